import { InvalidArgumentError } from 'commander';

const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
const longestMs = 86_400_000;

/** Milliseconds of a text such as `90s`, `5m` or `1500`; `undefined` for any other text and for less than `leastMs`. */
export function durationMs(text: string, leastMs = 1): number | undefined {
  const [, number, unit = 'ms'] = /^(\d{1,8}(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? [];
  const ms = number === undefined ? Number.NaN : Math.round(Number(number) * (units[unit] ?? 1));
  return ms >= leastMs && ms <= longestMs ? ms : undefined;
}

/** Checks a duration, which stays as it was written. */
export function durationOption(text: string): string {
  milliseconds(1)(text);
  return text;
}

/** Parses a duration within these bounds as its number of milliseconds. */
export function milliseconds(leastMs: number, mostMs = longestMs): (text: string) => number {
  return (text) => {
    const ms = durationMs(text, leastMs);
    if (ms !== undefined && ms <= mostMs) return ms;
    const most = `${mostMs / 3_600_000}h`;
    throw new InvalidArgumentError(`Expected a time such as 90s, 5m or 1500 (milliseconds), at most ${most}.`);
  };
}
