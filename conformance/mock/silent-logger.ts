import type { createServer } from '@stoplight/prism-http-server';

type Logger = Parameters<typeof createServer>[1]['components']['logger'];

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent', 'success', 'start'];

/** A logger that writes nothing; Prism does not start without one. */
export function silentLogger(): Logger {
  const silent: Record<string, unknown> = Object.fromEntries(levels.map((level) => [level, () => undefined]));
  silent.child = () => silent;
  return silent as unknown as Logger;
}
