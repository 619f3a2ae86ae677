import { setTimeout as sleep } from 'node:timers/promises';
import { faultOf } from '../../engine/run/fault.js';
import { exitCodes } from '../../engine/run/verdict.js';
import { conform } from '../../index.js';
import { emptyRecord, recorded } from '../../report/record.js';
import { embeddedTarget, type OpenTarget, urlTarget } from '../../targets.js';
import { type PlannedRun, planConform } from '../config/conform-plan.js';
import { faultText } from '../explain-error.js';
import { type Io, untilInterrupted } from '../io.js';
import { progressOn } from '../progress.js';
import { writeReports } from '../reports.js';
import type { ConformOptions } from './conform.js';

/** Milliseconds that an interrupted run has to end what it started. */
const lastPatienceMs = 3_000;

/** From the worst to the best. */
const bySeverity = [
  exitCodes.interrupted,
  exitCodes.kitFault,
  exitCodes.usage,
  exitCodes.nothingSelected,
  exitCodes.unreachable,
  exitCodes.failures,
  exitCodes.blockedByPolicy,
  exitCodes.inconclusive,
];

/** Runs one target after the other, reports on each and gives the worst of their exit codes. */
export async function conformCommand(target: string | undefined, options: ConformOptions, io: Io): Promise<number> {
  const runs = await planConform(target, options, io);
  const codes: number[] = [];
  for (const planned of runs) {
    if (codes.length > 0 && !options.quiet) io.stdout.write('\n');
    const overdue = untilInterrupted(io).then(() => sleep(lastPatienceMs, exitCodes.interrupted, { ref: false }));
    codes.push(await Promise.race([conformOne(planned, options, io), overdue]));
    if (io.interrupted.aborted) {
      io.stderr.write('security-actions: interrupted\n');
      return exitCodes.interrupted;
    }
  }
  return bySeverity.find((code) => codes.includes(code)) ?? exitCodes.conformant;
}

async function conformOne(planned: PlannedRun, options: ConformOptions, io: Io): Promise<number> {
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
    if (!record.started) throw error;
    // The run has told its fault without secrets; here it only gets the words for whose fault it is.
    const fault = record.fault ?? { type: 'fault', ...faultOf(error) };
    record = { ...record, fault: { ...fault, message: faultText(fault, error, planned.options.seed) } };
    exitCode = fault.exitCode;
  } finally {
    progress.end();
    await opened?.close();
  }
  return Math.max(exitCode, await writeReports(record, planned, options, io));
}

async function open({ name, target }: PlannedRun): Promise<OpenTarget> {
  const { url, tokens, declared, routing } = target;
  if (name === 'url')
    return { target: urlTarget(url ?? '', tokens, { declared, routing }), close: async () => undefined };
  const embedded = await embeddedTarget(name);
  return { ...embedded, target: { ...embedded.target, declared, routing } };
}
