import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { requirements } from '../../../generated/requirements.js';
import { errorText } from '../../engine/errors.js';
import { randomRunId } from '../../engine/http/request-id.js';
import { secretsOf } from '../../engine/http/secrets/secrets.js';
import { faultOf } from '../../engine/run/fault.js';
import { exitCodes } from '../../engine/run/verdict.js';
import { conform } from '../../index.js';
import { plural } from '../../report/format/text.js';
import { emptyRecord, type RunRecord, recorded } from '../../report/record.js';
import type { OpenTarget } from '../../targets.js';
import type { ConformOptions } from '../config/conform-options.js';
import { planConform } from '../config/plan/conform-plan.js';
import type { PlannedRun } from '../config/plan/planned-run.js';
import { recordedSettings } from '../config/recorded-settings.js';
import { combinedExitCode } from '../exit-code.js';
import { explainError, faultText } from '../explain-error.js';
import { type Io, untilInterrupted } from '../io.js';
import { keepLastRun } from '../last-run/last-run.js';
import { LedgerFile } from '../ledger/ledger-file.js';
import { openTarget } from '../open-target.js';
import { writeReports } from '../output/reports.js';
import { RunFiles } from '../output/run-files.js';
import { printConfig } from '../print-config.js';
import { progressOn } from '../progress.js';
import { planCommand } from './plan-command.js';
import { exitCodeAfter, untilWanted } from './watch.js';

/** Time that an interrupted run has for its clean-up, in milliseconds. */
const cleanUpLimitMs = 3_000;

/** Checks one target after the other, reports on each and returns the combined exit code. An interrupt ends it with 130. */
export async function conformCommand(target: string | undefined, options: ConformOptions, io: Io): Promise<number> {
  if (!options.watch || options.printConfig || options.plan || options.dryRun) return checkOnce(target, options, io);
  const parent = io.parentId?.();
  for (;;) {
    const [planned] = await planConform(target, options, io);
    const code = await checkOnce(target, options, io);
    if (code === exitCodes.interrupted || !planned) return code;
    const wake = await untilWanted(planned, io, parent);
    if (wake !== 'run') return exitCodeAfter(wake, code);
  }
}

async function checkOnce(target: string | undefined, options: ConformOptions, io: Io): Promise<number> {
  const codes: number[] = [];
  const plan = await planConform(target, options, io);
  if (options.printConfig) {
    printConfig(plan, options, io);
    return exitCodes.conformant;
  }
  for (const planned of plan) {
    if (codes.length > 0 && !options.quiet) io.stdout.write('\n');
    const overdue = untilInterrupted(io).then(() => sleep(cleanUpLimitMs, [], { ref: false }));
    const work = options.plan || options.dryRun ? planCommand(planned, options, io) : conformOne(planned, options, io);
    codes.push(...[await Promise.race([work, overdue])].flat());
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
  let files: RunFiles | undefined;
  let exitCode: number;
  const runId = randomRunId();
  const ledger = ledgerFor(planned, runId);
  try {
    opened = await openTarget(planned);
    const secrets = secretsOf(opened.target);
    files = await RunFiles.open(planned, secrets, {
      target: opened.target.name,
      settings: recordedSettings(planned.shown, io.env),
      ...(planned.options.shard && { shard: planned.options.shard }),
      ...(planned.rerun.target !== undefined && { named: planned.rerun.target }),
    });
    const runOptions = { ...planned.options, secrets, runId, ...(ledger && { ledger }) };
    const run = await conform(opened.target, runOptions, (event) => {
      // The fault is added below, with what helps to report it.
      if (event.type !== 'fault') files?.add(event);
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
    const told = { ...fault, message: faultText(fault, error, planned.options.seed) };
    files?.add(told);
    record = { ...record, fault: told };
    exitCode = fault.exitCode;
  } finally {
    progress.end();
    await opened?.close();
    closeLedger(ledger, record, io);
    keepOpen(planned, record, io);
  }
  return [exitCode, ...(await reported(record, files, planned, options, io))];
}

/** Writes the reports and ends the record. Returns the exit codes of what went wrong. */
async function reported(
  record: RunRecord,
  files: RunFiles | undefined,
  planned: PlannedRun,
  options: ConformOptions,
  io: Io,
): Promise<readonly number[]> {
  const run = (await files?.settled(record)) ?? record;
  const written = await writeReports(run, planned, options, io, files?.record);
  const leaks = (await files?.end(written.files, written.terminal)) ?? [];
  await files?.close();
  const unwritten = planned.record === undefined ? undefined : files?.record?.problem?.message;
  if (unwritten !== undefined) io.stderr.write(`security-actions: ${unwritten}\n`);
  else if (planned.record !== undefined && !options.quiet)
    io.stdout.write(`record written to ${planned.record} (digest ${files?.digest})\n`);
  for (const leak of leaks)
    io.stderr.write(
      `security-actions: internal error of the kit: a secret was not removed: ${leak}; keep the files private, and report this message\n`,
    );
  const isWhole = written.isWhole && unwritten === undefined;
  return [...(leaks.length > 0 ? [exitCodes.kitFault] : []), ...(isWhole ? [] : [exitCodes.usage])];
}

/** The ledger of a run on a target whose actions survive this process. */
function ledgerFor({ ledger, target: { url }, rerun }: PlannedRun, run: string): LedgerFile | undefined {
  if (ledger === undefined || url === undefined) return undefined;
  const about = { url, target: rerun.target, started: new Date().toISOString(), pid: process.pid, host: hostname() };
  return new LedgerFile(ledger, { ledger: 1, run, ...about });
}

/** Keeps what the run left open, for `--last-failed`. */
function keepOpen({ ledger, target: { url }, options }: PlannedRun, run: RunRecord, { stderr }: Io): void {
  if (ledger === undefined || url === undefined) return;
  const selected = Object.values(requirements).flatMap((one) => (options.only(one) ? [one.id] : []));
  try {
    keepLastRun(ledger, url, run, selected);
  } catch (error) {
    stderr.write(`security-actions: what failed could not be kept for --last-failed: ${errorText(error)}\n`);
  }
}

function closeLedger(ledger: LedgerFile | undefined, { probed }: RunRecord, { stderr }: Io): void {
  const remains = ledger?.close(probed?.class === 'stateless');
  if (!remains) return;
  const { file, actions, unanswered } = remains;
  const left = [
    actions > 0 && plural(actions, 'unfinished action'),
    unanswered > 0 && `${plural(unanswered, 'create')} without an answer`,
  ].filter((text) => text !== false);
  stderr.write(
    `security-actions: this run may have left ${left.join(' and ')}; to end what it left: security-actions sweep ${file}\n`,
  );
}
