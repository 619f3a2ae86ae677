import type { Played } from '../engine/run/events.js';
import { CloselyShown } from '../report/html/observed/closely-shown.js';
import type { Observed } from '../report/html/observed/observed.js';
import { Observer } from '../report/html/observed/observer.js';
import type { Lifecycle } from '../report/html/settings.js';
import type { RunRecord } from '../report/record.js';
import { exchangeOf } from './exchange-of-line.js';
import type { Header, RecordLine } from './lines.js';
import { worldsOfRecord } from './worlds-of-record.js';

/** Takes the lines of a record, one at a time, or the events from which they are made, for what the HTML report shows of its exchanges. */
export class RecordObserver {
  readonly #observer: Observer;
  #header: Header | undefined;

  constructor(lifecycle: Lifecycle) {
    this.#observer = new Observer(lifecycle);
  }

  add(line: RecordLine): void {
    if (line.type === 'header') this.#header = line;
    else if (line.type === 'exchange') this.#observer.add(exchangeOf(line));
    else if (line.type === 'played') this.#observer.end(line);
  }

  /** Takes an event in place of its lines: the bodies of its responses are parsed already. */
  addPlayed(played: Played): void {
    for (const exchange of [...played.exchanges, ...played.beside]) this.#observer.add(exchange);
    this.#observer.end(played);
  }

  /** The header of the record, and what was observed; the exchanges that the results name are read from the file. */
  async seen(run: RunRecord, path: string): Promise<{ readonly header: Header; readonly observed: Observed }> {
    const closely = new CloselyShown(run);
    for await (const world of worldsOfRecord(path, closely.numbers)) closely.add(world);
    return { header: this.#header as Header, observed: this.#observer.observed(run, closely) };
  }
}
