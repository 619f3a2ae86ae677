import { execFile } from 'node:child_process';
import { ConfigurationError } from '../../../engine/errors.js';
import type { TokenSource } from '../../../engine/http/credentials/token-renewal.js';
import { whyNotAToken } from './tokens.js';

/** Milliseconds that a command may take by default. */
export const commandMs = 30_000;
const mostBytes = 1024 * 1024;

/**
 * Gets a token from a program that prints it, as kubectl and the AWS tools do. The program runs without a shell; what it prints is in no
 * message, because it may be a secret.
 *
 * @param where names the setting in messages.
 */
export function commandSource(command: readonly string[], timeout: number, where: string): TokenSource {
  const [program = '', ...args] = command;
  const wrong = (what: string) => new ConfigurationError(`${where}: tokenCommand ${JSON.stringify(program)} ${what}`);
  return () =>
    new Promise((resolve, reject) => {
      const options = { timeout, killSignal: 'SIGKILL', maxBuffer: mostBytes, windowsHide: true } as const;
      const child = execFile(program, args, options, (error, stdout) => {
        const token = stdout.trim();
        const wrongToken = whyNotAToken(token);
        if (error) reject(wrong(reason(error, timeout)));
        else if (wrongToken) reject(wrong(`printed something that ${wrongToken}: expected only the token`));
        else resolve({ token });
      });
      // A program that asks for something must not wait for an answer.
      child.stdin?.on('error', () => undefined).end();
    });
}

function reason(
  error: Error & { readonly code?: unknown; readonly killed?: boolean; readonly signal?: unknown },
  timeout: number,
): string {
  if (error.code === 'ENOENT') return 'was not found: give the name of a program on the PATH, or its path';
  if (error.code === 'EACCES') return 'cannot be executed: check its permissions';
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'printed more than a token';
  if (error.killed) return `did not end within ${timeout} ms: run it by hand, or raise "timeout" beside it`;
  const how = typeof error.code === 'number' ? `ended with exit code ${error.code}` : `was ended by ${error.signal}`;
  return `${how}: run it by hand to see why`;
}
