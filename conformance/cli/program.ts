import { Command, CommanderError } from 'commander';
import { packageVersion } from '../engine/package-root.js';
import { addConform } from './commands/conform.js';
import { addDiff } from './commands/diff.js';
import { addExplain } from './commands/explain.js';
import { addInit } from './commands/init.js';
import { addList } from './commands/list.js';
import { addMatrix } from './commands/matrix.js';
import { addMerge } from './commands/merge.js';
import { addMock } from './commands/mock.js';
import { addReport } from './commands/report.js';
import { addServe } from './commands/serve.js';
import { addSweep } from './commands/sweep.js';
import { addVerify } from './commands/verify.js';
import type { Io } from './io.js';

/** What a command file needs: the program to add a command to, the environment, and a function that sets the exit code. */
export interface Context {
  readonly program: Command;
  readonly io: Io;
  readonly exit: (code: number) => void;
}

const usage = 64;

/** Runs one command line (without node and script) and returns its exit code: 0 for help, 64 for a mistake in it. Never throws. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let exitCode = 0;
  const program = new Command('security-actions')
    .description('Checks implementations of the Microsoft Graph securityAction API against their contract.')
    .version(packageVersion(), '--version', 'print the version of this package')
    .addHelpText(
      'after',
      '\nTo start, run `security-actions conform`: it checks both targets that are part of the kit.',
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => Math.min(io.stdout.columns, 110),
      getErrHelpWidth: () => Math.min(io.stderr.columns, 110),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  const context: Context = { program, io, exit: (code) => (exitCode = code) };
  const commands = [
    addConform,
    addReport,
    addVerify,
    addMerge,
    addDiff,
    addMatrix,
    addMock,
    addServe,
    addSweep,
    addInit,
    addList,
    addExplain,
  ];
  for (const add of commands) add(context);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usage;
    const { explainError } = await import('./explain-error.js');
    return explainError(error, io);
  }
}
