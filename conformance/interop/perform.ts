import { spawn } from 'node:child_process';

const fiveMinutesMs = 300_000;

/** Runs a command to its end. Returns its exit code, null when it does not exist or took too long, and all that it printed. */
export function perform(
  [program = '', ...args]: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  timeLimitMs = fiveMinutesMs,
): Promise<{ readonly exitCode: number | null; readonly output: string }> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, timeout: timeLimitMs, stdio: 'pipe' });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ exitCode: null, output: error.message }));
    child.on('close', (exitCode) => resolve({ exitCode, output }));
  });
}
