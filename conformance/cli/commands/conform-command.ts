import { setTimeout as sleep } from 'node:timers/promises';
import { faultOf } from '../../engine/run/fault.js';
import { exitCodes } from '../../engine/run/verdict.js';
import { conform, TokenRenewal } from '../../index.js';
import { emptyRecord, recorded } from '../../report/record.js';
import { embeddedTarget, type OpenTarget, urlTarget } from '../../targets.js';
import type { ConformOptions } from '../config/conform-options.js';
import { type PlannedRun, planConform } from '../config/conform-plan.js';
import { combinedExitCode } from '../exit-code.js';
import { explainError, faultText } from '../explain-error.js';
import { type Io, untilInterrupted } from '../io.js';
import { printConfig } from '../print-config.js';
import { progressOn } from '../progress.js';
import { writeReports } from '../reports.js';

/** Time that an interrupted run has for its clean-up, in milliseconds. */
const cleanUpLimitMs = 3_000;

/** Checks one target after the other, reports on each and returns the combined exit code. An interrupt ends it with 130. */
export async function conformCommand(target: string | undefined, options: ConformOptions, io: Io): Promise<number> {
  const codes: number[] = [];
  const plan = await planConform(target, options, io);
  if (options.printConfig) {
    printConfig(plan, options, io);
    return exitCodes.conformant;
  }
  for (const planned of plan) {
    if (codes.length > 0 && !options.quiet) io.stdout.write('\n');
    const overdue = untilInterrupted(io).then(() => sleep(cleanUpLimitMs, [], { ref: false }));
    codes.push(...(await Promise.race([conformOne(planned, options, io), overdue])));
    if (io.interrupted.aborted) {
      io.stderr.write('security-actions: interrupted\n');
      return exitCodes.interrupted;
    }
  }
  return combinedExitCode(codes);
}

/** Checks one target. Returns the exit code of the run and that of a report that could not be written. */
async function conformOne(planned: PlannedRun, options: ConformOptions, io: Io): Promise<readonly number[]> {
  for (const notice of planned.notices) io.stderr.write(`security-actions: ${notice}\n`);
  const progress = progressOn(io, options);
  let record = emptyRecord;
  let opened: OpenTarget | undefined;
  let exitCode: number;
  try {
    opened = await open(planned);
    const run = await conform(opened.target, planned.options, (event) => {
      record = recorded(record, event);
      progress.show(event);
    });
    exitCode = run.exitCode;
  } catch (error) {
    // One target whose issuer gives no token must not keep the others from being checked.
    if (!opened && planned.tokenSources) return [explainError(error, io)];
    if (!record.started) throw error;
    // The message of the fault event has no secrets in it; that of the error may have.
    const fault = record.fault ?? { type: 'fault', ...faultOf(error) };
    record = { ...record, fault: { ...fault, message: faultText(fault, error, planned.options.seed) } };
    exitCode = fault.exitCode;
  } finally {
    progress.end();
    await opened?.close();
  }
  const written = await writeReports(record, planned, options, io);
  return written ? [exitCode] : [exitCode, exitCodes.usage];
}

async function open({ name, target, tokenSources }: PlannedRun): Promise<OpenTarget> {
  const { url = '', tokens, ...owner } = target;
  if (name === 'url') {
    const renewal = tokenSources && (await TokenRenewal.start(tokenSources));
    const all = { ...tokens, ...renewal?.tokens };
    return { target: urlTarget(url, all, { ...owner, renewal }), close: async () => undefined };
  }
  const embedded = await embeddedTarget(name);
  return { ...embedded, target: { ...embedded.target, ...owner } };
}
