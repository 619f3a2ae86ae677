import { requirements } from '../../generated/requirements.js';
import { identities } from '../engine/evidence/exchange.js';
import { baselineOf } from '../engine/run/baseline.js';
import { paint } from '../report/format/paint.js';
import { jsonReport } from '../report/json.js';
import { junitReport } from '../report/junit.js';
import { bestNullServer } from '../report/null-server-score.js';
import type { RunRecord } from '../report/record.js';
import type { ReportSettings } from '../report/settings.js';
import { verdictLine } from '../report/summary.js';
import { terminalReport } from '../report/terminal.js';
import { baselineText, dateOf, expiryFrom } from './config/baseline-file.js';
import type { ConformOptions } from './config/conform-options.js';
import type { PlannedRun } from './config/conform-plan.js';
import { writeReport } from './config/report-file.js';
import type { Io } from './io.js';
import { rerunOn } from './rerun.js';

/** Writes every report of a run; false when a file could not be written. */
export async function writeReports(
  record: RunRecord,
  planned: PlannedRun,
  options: ConformOptions,
  { stdout, stderr, env }: Io,
): Promise<boolean> {
  const settings: ReportSettings = {
    paint: paint(stdout.isTTY && options.color !== false && !env.NO_COLOR),
    width: Math.max(40, Math.min(stdout.columns, 120)),
    verbose: options.verbose ?? false,
    identities,
    statement: (id) => requirements[id].says,
    rerun: rerunOn(planned.rerun.target ?? record.started?.target ?? '', planned.rerun.options),
    bestNullServer,
  };
  if (record.fault && record.results.length === 0) {
    stderr.write(`security-actions: ${record.fault.message}\n`);
  } else {
    stdout.write(options.quiet ? `${verdictLine(record, settings.paint)}\n` : terminalReport(record, settings));
  }
  const files = [
    [planned.json, () => jsonReport(record, settings)],
    [planned.junit, () => junitReport(record, { ...settings, paint: paint(false), width: 100 })],
    // A run that ended early has no verdict to accept.
    [record.finished && planned.writeBaseline, () => newBaseline(record, planned)],
  ] as const;
  try {
    for (const [file, text] of files) {
      if (file === undefined) continue;
      await writeReport(file, await text());
      if (!options.quiet) stdout.write(`report written to ${file}\n`);
    }
    return true;
  } catch (error) {
    stderr.write(`security-actions: ${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  }
}

function newBaseline({ started, results }: RunRecord, { options }: PlannedRun): Promise<string> {
  const now = new Date();
  const { entries: earlier } = options.baseline ?? { entries: [] };
  const entries = baselineOf(results, { today: dateOf(now), expires: expiryFrom(now), earlier });
  return baselineText(started?.target ?? '', entries);
}
