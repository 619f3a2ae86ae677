import { InvalidArgumentError } from 'commander';

const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
const longestMs = 86_400_000;

/** Milliseconds of a text such as `90s`, `5m` or `1500`; `undefined` for any other text. */
export function durationMs(text: string): number | undefined {
  const [, number, unit = 'ms'] = /^(\d{1,8}(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? [];
  const ms = number === undefined ? 0 : Number(number) * (units[unit] ?? 1);
  return ms >= 1 && ms <= longestMs ? Math.round(ms) : undefined;
}

/** Checks a duration, which stays as it was written. */
export function durationOption(text: string): string {
  if (durationMs(text) !== undefined) return text;
  throw new InvalidArgumentError('Expected a time such as 90s, 5m or 1500 (milliseconds), at most 24h.');
}
