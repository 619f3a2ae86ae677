import type { Observed } from '../report/html/observed/observed.js';
import { Observer } from '../report/html/observed/observer.js';
import type { Lifecycle } from '../report/html/settings.js';
import type { RunRecord } from '../report/record.js';
import type { Header } from './lines.js';
import { readRecord } from './read-record.js';
import { exchangeOf } from './run-of-record.js';

/** Reads the header of a record, and what the HTML report shows of its exchanges. @throws ConfigurationError as {@link readRecord}. */
export async function observedOfRecord(
  path: string,
  run: RunRecord,
  lifecycle: Lifecycle,
): Promise<{ readonly header: Header; readonly observed: Observed }> {
  const observer = new Observer(run, lifecycle);
  let header: Header | undefined;
  for await (const { line } of readRecord(path)) {
    if (line.type === 'header') header = line;
    else if (line.type === 'exchange') observer.add(exchangeOf(line));
    else if (line.type === 'played') observer.end(line);
  }
  return { header: header as Header, observed: observer.observed };
}
