import { operationResponses } from '../../../generated/contract-tables.js';
import { finalStatuses, initialStatus, statuses, transitions } from '../../../generated/lifecycle.js';
import { operations } from '../../../generated/requirements.js';
import type { Played } from '../../engine/run/events.js';
import type { RecordLine } from '../../record/lines.js';
import { RecordObserver } from '../../record/observed-of-record.js';
import { htmlReport } from '../../report/html/page.js';
import type { HtmlSettings } from '../../report/html/settings.js';
import type { RunRecord } from '../../report/record.js';

const lifecycle = { statuses, initial: initialStatus, final: finalStatuses, transitions };
const documented = Object.fromEntries(
  operations.map((operation) => [operation, [...operationResponses[operation].keys()]]),
);

/** Makes the HTML report of a run from the lines of its record, which it gets one at a time, or from the events that they are made of. */
export class HtmlOfRecord {
  readonly #observer = new RecordObserver(lifecycle);

  add(line: RecordLine): void {
    this.#observer.add(line);
  }

  /** Takes an event in place of its lines. */
  addPlayed(played: Played): void {
    this.#observer.addPlayed(played);
  }

  /** The report, after the last line. @param path of the record */
  async text(
    run: RunRecord,
    path: string,
    settings: Omit<HtmlSettings, 'about' | 'lifecycle' | 'documented'>,
  ): Promise<string> {
    const { header, observed } = await this.#observer.seen(run, path);
    return htmlReport(run, observed, { ...settings, about: header, lifecycle, documented });
  }
}
