import { requirements } from '../../../generated/requirements.js';
import { ConfigurationError } from '../../engine/errors.js';
import { identities } from '../../engine/evidence/exchange.js';
import { packageName, packageVersion } from '../../engine/package-root.js';
import { jsonReport } from '../../report/exports/json.js';
import { junitReport } from '../../report/exports/junit.js';
import { markdownReport } from '../../report/exports/markdown.js';
import { sarifReport } from '../../report/exports/sarif.js';
import { paint } from '../../report/format/paint.js';
import { bestNullServer } from '../../report/null-server-score.js';
import type { RunRecord } from '../../report/record.js';
import type { ReportSettings } from '../../report/settings.js';
import type { PlannedRun } from '../config/plan/planned-run.js';
import { writeReport } from '../config/report-file.js';
import type { ReportFiles, ReportName } from '../config/report-options.js';
import { rerunOn } from '../rerun.js';
import { contractPlace } from './contract-place.js';
import type { ExchangeReports } from './exchange-reports.js';

/** The settings of the reports in files, which do not depend on the terminal. */
export function fileSettings(run: RunRecord, { target, options }: PlannedRun['rerun']): ReportSettings {
  return {
    paint: paint(false),
    width: 100,
    verbose: options.verbose ?? false,
    identities,
    statement: (id) => requirements[id].says,
    rerun: rerunOn(target ?? run.started?.target ?? '', options),
    bestNullServer,
  };
}

const formats: Readonly<
  Record<Exclude<ReportName, 'har' | 'html'>, (run: RunRecord, settings: ReportSettings) => string>
> = {
  json: jsonReport,
  junit: junitReport,
  sarif: (run, { statement }) =>
    sarifReport(run, { statement, place: contractPlace, kit: { name: packageName, version: packageVersion() } }),
  markdown: markdownReport,
};

/** A record, and the reports that have taken all of its lines. */
export interface ReadRecord {
  readonly path: string;
  readonly reports: ExchangeReports;
  /** Why a part of the record could not be written. */
  readonly problem?: ConfigurationError | undefined;
}

/** What the reports are made of. */
interface RecordedReports {
  readonly run: RunRecord;
  readonly rerun: PlannedRun['rerun'];
  /** HAR and HTML are written only with a record. */
  readonly record?: ReadRecord | undefined;
  /** False for a record without its end. */
  readonly isComplete: boolean;
}

/**
 * Writes the reports of a run to these files; `written` is called after each. Returns why the others could not be written: one of them
 * does not keep the next one from being written.
 */
export async function writeReportFiles(
  files: ReportFiles,
  { run, rerun, record, isComplete }: RecordedReports,
  written: (name: ReportName, file: string) => void,
): Promise<readonly string[]> {
  const settings = fileSettings(run, rerun);
  const problems: string[] = [];
  for (const [name, file] of Object.entries(files) as [ReportName, string][]) {
    try {
      if (name === 'har') record?.reports.har?.end();
      else if (name !== 'html') await writeReport(file, formats[name](run, settings));
      else if (record?.reports.html) {
        if (record.problem)
          throw new ConfigurationError(`the report ${file} was not written, because it is made of the record`, {
            cause: record.problem,
          });
        await writeReport(file, await record.reports.html.text(run, record.path, { ...settings, isComplete }));
      }
      written(name, file);
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      problems.push(error.message);
    }
  }
  return problems;
}
