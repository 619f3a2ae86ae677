import { dryRun } from '../../dry-run.js';
import { exitCodes } from '../../engine/run/verdict.js';
import { dryRunJson, dryRunText } from '../../report/dry-run.js';
import type { OpenTarget } from '../../targets.js';
import type { ConformOptions } from '../config/conform-options.js';
import type { PlannedRun } from '../config/plan/planned-run.js';
import { writeReport } from '../config/report-file.js';
import { explainError } from '../explain-error.js';
import type { Io } from '../io.js';
import { openTarget } from '../open-target.js';

/** Prints what `conform` would send to one target, and returns the exit code. */
export async function planCommand(planned: PlannedRun, { quiet }: ConformOptions, io: Io): Promise<number> {
  for (const notice of planned.notices) io.stderr.write(`security-actions: ${notice}\n`);
  let opened: OpenTarget | undefined;
  try {
    opened = await openTarget(planned);
    const { target } = opened;
    const { seed } = planned.options;
    const run = await dryRun(target, planned.options, planned.name !== 'url');
    io.stdout.write(dryRunText(target.name, run, seed, quiet ?? false));
    const { json } = planned.files;
    if (json !== undefined) await writeReport(json, dryRunJson({ name: target.name, url: target.url }, run, seed));
    return exitCodes.conformant;
  } catch (error) {
    return explainError(error, io);
  } finally {
    await opened?.close();
  }
}
