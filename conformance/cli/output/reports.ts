import { errorText } from '../../engine/errors.js';
import { baselineOf } from '../../engine/run/baseline.js';
import { annotations } from '../../report/exports/annotations.js';
import { paint } from '../../report/format/paint.js';
import type { RunRecord } from '../../report/record.js';
import { verdictLine } from '../../report/terminal/summary.js';
import { terminalReport } from '../../report/terminal/terminal.js';
import { baselineText, dateOf, expiryFrom } from '../config/baseline-file.js';
import type { ConformOptions } from '../config/conform-options.js';
import type { PlannedRun } from '../config/plan/planned-run.js';
import { writeReport } from '../config/report-file.js';
import type { Io } from '../io.js';
import { fileSettings, type ReadRecord, writeReportFiles } from './report-formats.js';

/** What was written of a run. */
export interface Written {
  /** False when a file could not be written. */
  readonly isWhole: boolean;
  readonly files: readonly { readonly name: string; readonly path: string }[];
  readonly terminal: string;
}

/** Writes every report of a run. HAR and HTML need its record. */
export async function writeReports(
  run: RunRecord,
  planned: Pick<PlannedRun, 'files' | 'writeBaseline' | 'rerun'> & Partial<Pick<PlannedRun, 'options'>>,
  options: ConformOptions,
  { stdout, stderr, env }: Io,
  record?: ReadRecord,
): Promise<Written> {
  let terminal = '';
  const print = (text: string) => {
    terminal += text;
    stdout.write(text);
  };
  const settings = {
    ...fileSettings(run, planned.rerun),
    paint: paint(stdout.isTTY && options.color !== false && !env.NO_COLOR),
    width: Math.max(40, Math.min(stdout.columns, 120)),
  };
  if (run.fault && run.results.length === 0) {
    terminal += run.fault.message;
    stderr.write(`security-actions: ${run.fault.message}\n`);
  } else {
    print(options.quiet ? `${verdictLine(run, settings.paint)}\n` : terminalReport(run, settings));
  }
  if (env.GITHUB_ACTIONS) for (const line of annotations(run, settings)) print(`${line}\n`);
  const files: { name: string; path: string }[] = [];
  const written = (name: string, path: string) => {
    files.push({ name, path });
    if (!options.quiet) stdout.write(`report written to ${path}\n`);
  };
  const problems = [
    ...(await writeReportFiles(planned.files, { run, rerun: planned.rerun, record, isComplete: true }, written)),
  ];
  try {
    // A run that ended early has no verdict to accept.
    if (run.finished && planned.writeBaseline !== undefined) {
      await writeReport(planned.writeBaseline, await newBaseline(run, planned));
      written('baseline', planned.writeBaseline);
    }
  } catch (error) {
    problems.push(errorText(error));
  }
  for (const problem of problems) stderr.write(`security-actions: ${problem}\n`);
  return { isWhole: problems.length === 0, files, terminal };
}

function newBaseline(
  { started, results }: RunRecord,
  { options }: Partial<Pick<PlannedRun, 'options'>>,
): Promise<string> {
  const now = new Date();
  const { entries: earlier } = options?.baseline ?? { entries: [] };
  const entries = baselineOf(results, { today: dateOf(now), expires: expiryFrom(now), earlier });
  return baselineText(started?.target ?? '', entries);
}
