import { operationResponses } from '../../../generated/contract-tables.js';
import { finalStatuses, initialStatus, statuses, transitions } from '../../../generated/lifecycle.js';
import { operations } from '../../../generated/requirements.js';
import type { RecordLine } from '../../record/lines.js';
import { RecordObserver } from '../../record/observed-of-record.js';
import { htmlReport } from '../../report/html/page.js';
import type { HtmlSettings } from '../../report/html/settings.js';
import type { RunRecord } from '../../report/record.js';

const lifecycle = { statuses, initial: initialStatus, final: finalStatuses, transitions };
const documented = Object.fromEntries(
  operations.map((operation) => [operation, [...operationResponses[operation].keys()]]),
);

/** Makes the HTML report of a run from the lines of its record, which it gets one at a time. */
export class HtmlOfRecord {
  readonly #observer: RecordObserver;

  constructor(
    private readonly run: RunRecord,
    private readonly settings: Omit<HtmlSettings, 'about' | 'lifecycle' | 'documented'>,
  ) {
    this.#observer = new RecordObserver(run, lifecycle);
  }

  add(line: RecordLine): void {
    this.#observer.add(line);
  }

  /** The report, after the last line. */
  get text(): string {
    const { header, observed } = this.#observer.seen;
    return htmlReport(this.run, observed, { ...this.settings, about: header, lifecycle, documented });
  }
}
