import type { Io } from '../io.js';
import { main } from '../program.js';

/** What a command line printed, and its exit code. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  readonly env?: Io['env'];
  /** Interrupts the command when its standard output matches. */
  readonly until?: RegExp;
  /** Interrupts the command when it is aborted. */
  readonly interrupt?: AbortController;
}

/** Runs a command line in this process. For tests only. */
export async function runCommandLine(
  argv: readonly string[],
  { env = {}, until, interrupt = new AbortController() }: RunOptions = {},
): Promise<Ran> {
  const text = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    write: (more: string) => {
      text[name] += more;
      if (until?.test(text.stdout)) interrupt.abort();
    },
    isTTY: false,
    columns: 100,
  });
  const io = { stdout: output('stdout'), stderr: output('stderr'), env, interrupted: interrupt.signal };
  return { code: await main(argv, io), ...text };
}
