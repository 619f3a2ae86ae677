import type { Observed } from '../report/html/observed/observed.js';
import { Observer } from '../report/html/observed/observer.js';
import type { Lifecycle } from '../report/html/settings.js';
import type { RunRecord } from '../report/record.js';
import type { Header, RecordLine } from './lines.js';
import { exchangeOf } from './run-of-record.js';

/** Reads the lines of a record, one at a time, for what the HTML report shows of its exchanges. */
export class RecordObserver {
  readonly #observer: Observer;
  #header: Header | undefined;

  constructor(run: RunRecord, lifecycle: Lifecycle) {
    this.#observer = new Observer(run, lifecycle);
  }

  add(line: RecordLine): void {
    if (line.type === 'header') this.#header = line;
    else if (line.type === 'exchange') this.#observer.add(exchangeOf(line));
    else if (line.type === 'played') this.#observer.end(line);
  }

  /** The header of the record, and what was observed so far. */
  get seen(): { readonly header: Header; readonly observed: Observed } {
    return { header: this.#header as Header, observed: this.#observer.observed };
  }
}
