import { operationResponses } from '../../../generated/contract-tables.js';
import { finalStatuses, initialStatus, statuses, transitions } from '../../../generated/lifecycle.js';
import { operations } from '../../../generated/requirements.js';
import { observedOfRecord } from '../../record/observed-of-record.js';
import { htmlReport } from '../../report/html/page.js';
import type { HtmlSettings } from '../../report/html/settings.js';
import type { RunRecord } from '../../report/record.js';

const lifecycle = { statuses, initial: initialStatus, final: finalStatuses, transitions };
const documented = Object.fromEntries(
  operations.map((operation) => [operation, [...operationResponses[operation].keys()]]),
);

/** The HTML report of a run and its record. @throws ConfigurationError for a record that cannot be read. */
export async function htmlOfRecord(
  record: string,
  run: RunRecord,
  settings: Omit<HtmlSettings, 'about' | 'lifecycle' | 'documented'>,
): Promise<string> {
  const { header, observed } = await observedOfRecord(record, run, lifecycle);
  return htmlReport(run, observed, { ...settings, about: header, lifecycle, documented });
}
