import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { BlockedByPolicy, ConfigurationError } from '../../engine/errors.js';
import { type Swept, sweep } from '../../engine/run/ending/sweep.js';
import { exitCodes } from '../../engine/run/verdict.js';
import { printable } from '../../report/format/text.js';
import type { ConformOptions } from '../config/conform-options.js';
import { ledgerFolder, planConform } from '../config/plan/conform-plan.js';
import type { PlannedRun } from '../config/plan/planned-run.js';
import { settings } from '../config/settings.js';
import { combinedExitCode } from '../exit-code.js';
import { explainError } from '../explain-error.js';
import { type Io, untilInterrupted } from '../io.js';
import { ledgersIn, type ReadLedger, readLedger } from '../ledger/read-ledger.js';
import { openTarget } from '../open-target.js';

const lines: Readonly<Record<Swept['outcome'], string>> = {
  cancelled: 'cancelled',
  'was over': 'had ended',
  gone: 'gone',
  'not created': 'not created',
  left: 'left',
};

/** Sweeps one ledger or all of a folder, and returns the worst exit code. */
export async function sweepCommand(file: string | undefined, options: ConformOptions, io: Io): Promise<number> {
  const folder = ledgerFolder(settings(options, io.env).options);
  const files = file === undefined ? await ledgersIn(folder) : [file];
  if (files.length === 0) io.stdout.write(`nothing to sweep: no run left a ledger in ${folder}\n`);
  const codes: number[] = [];
  for (const one of files) {
    const ledger = await readLedger(one);
    if (file === undefined && isRunning(ledger)) {
      io.stderr.write(
        `security-actions: ${one} was not swept, because process ${ledger.header.pid}, which writes it, is running; to sweep it nevertheless, name the file\n`,
      );
      continue;
    }
    codes.push(
      await Promise.race([sweepOne(ledger, options, io), untilInterrupted(io).then(() => exitCodes.interrupted)]),
    );
    if (io.interrupted.aborted) break;
  }
  return combinedExitCode(codes);
}

async function sweepOne(ledger: ReadLedger, options: ConformOptions, io: Io): Promise<number> {
  const { file, header, actions, unanswered } = ledger;
  let left = 0;
  try {
    const planned = await plannedFor(ledger, options, io);
    for (const notice of planned.notices) io.stderr.write(`security-actions: ${notice}\n`);
    io.stdout.write(
      `${file}: ${actions.length} actions and ${unanswered.length} creates without an answer on ${printable(header.url)}\n`,
    );
    const { target, close } = await openTarget(planned);
    try {
      await sweep(target, planned.options, actions, unanswered, ({ what, outcome, why }) => {
        if (outcome === 'left') left += 1;
        io.stdout.write(`${lines[outcome]}: ${printable(what)} (${printable(why)})\n`);
      });
    } finally {
      await close();
    }
  } catch (error) {
    if (!(error instanceof BlockedByPolicy)) return explainError(error, io);
    io.stderr.write(`security-actions: ${error.message}\n`);
    return exitCodes.blockedByPolicy;
  }
  if (left > 0) {
    io.stdout.write(`${left} left; ${file} is kept\n`);
    return exitCodes.failures;
  }
  await rm(file);
  io.stdout.write(`nothing is left; ${file} is deleted\n`);
  return exitCodes.conformant;
}

/** The target of the ledger as the command line, the environment and the configuration file describe it. */
async function plannedFor({ file, header }: ReadLedger, options: ConformOptions, io: Io): Promise<PlannedRun> {
  const [planned] = await planConform(header.target ?? header.url, options, io);
  if (!planned || planned.target.url !== header.url)
    throw new ConfigurationError(
      `${file} is the ledger of a run on ${header.url}, and the configuration now has ${planned?.target.url ?? 'no URL'} for this target: give the configuration of that run with --config`,
    );
  return planned;
}

/** Whether the process that writes the ledger still runs, as far as this machine can tell. */
function isRunning({ isOver, header: { pid, host } }: ReadLedger): boolean {
  if (isOver || host !== hostname() || pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
