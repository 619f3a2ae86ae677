import { Command, CommanderError } from 'commander';
import { packageVersion } from '../engine/package-root.js';
import type { Io } from './io.js';

/** What a command file needs: the command to declare, the environment, and a function that sets the exit code. */
export interface Context {
  readonly command: Command;
  readonly io: Io;
  readonly exit: (code: number) => void;
}

/** Each command with its line in the list of commands, and how to load the function that declares the rest of it. */
const commands: Readonly<Record<string, { readonly summary: string; load(): Promise<(context: Context) => void> }>> = {
  conform: {
    summary: 'check a target',
    load: async () => (await import('./commands/conform.js')).declareConform,
  },
  report: {
    summary: 'write reports from the record of a run',
    load: async () => (await import('./commands/report.js')).declareReport,
  },
  verify: {
    summary: 'derive the results of a recorded run again',
    load: async () => (await import('./commands/verify.js')).declareVerify,
  },
  merge: {
    summary: 'make one run from the records of its parts',
    load: async () => (await import('./commands/merge.js')).declareMerge,
  },
  diff: {
    summary: 'compare two runs',
    load: async () => (await import('./commands/diff.js')).declareDiff,
  },
  matrix: {
    summary: 'show the outcomes of several runs side by side',
    load: async () => (await import('./commands/matrix.js')).declareMatrix,
  },
  mock: {
    summary: 'start a Prism mock of the contract',
    load: async () => (await import('./commands/mock.js')).declareMock,
  },
  serve: {
    summary: 'start the reference implementation',
    load: async () => (await import('./commands/serve.js')).declareServe,
  },
  sweep: {
    summary: 'end what a killed run left unfinished',
    load: async () => (await import('./commands/sweep.js')).declareSweep,
  },
  init: {
    summary: 'write a configuration file',
    load: async () => (await import('./commands/init.js')).declareInit,
  },
  list: {
    summary: 'list the requirements',
    load: async () => (await import('./commands/list.js')).declareList,
  },
  explain: {
    summary: 'explain a requirement',
    load: async () => (await import('./commands/explain.js')).declareExplain,
  },
};

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
    // Without the arguments, which the help of the command itself has.
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => Math.min(io.stdout.columns, 110),
      getErrHelpWidth: () => Math.min(io.stderr.columns, 110),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  try {
    for (const [name, { summary, load }] of Object.entries(commands)) {
      const command = program.command(name).summary(summary);
      // A command that the command line does not name only shows its line, so its file would be loaded for nothing.
      if (argv.includes(name)) (await load())({ command, io, exit: (code) => (exitCode = code) });
    }
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usage;
    const { explainError } = await import('./explain-error.js');
    return explainError(error, io);
  }
}
