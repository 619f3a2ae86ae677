import { InvalidArgumentError } from 'commander';

/** A number of requests in a number of milliseconds. */
export interface Rate {
  readonly requests: number;
  readonly perMs: number;
}

/** Parses a rate written as `number/seconds`. */
export function rate(text: string): Rate {
  const [, requests, seconds] = /^(\d{1,9})\/(\d{1,6})$/.exec(text) ?? [];
  if (requests !== undefined && seconds !== undefined && Number(seconds) > 0) {
    return { requests: Number(requests), perMs: Number(seconds) * 1_000 };
  }
  throw new InvalidArgumentError('Expected a number of requests, a slash and a number of seconds, such as 100/1.');
}

const periods: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

/** The rate of a text such as `50/s` or `300/m`; `undefined` for any other text. */
export function requestRate(text: string): Rate | undefined {
  const [, requests, period = ''] = /^([1-9]\d{0,6})\/([smh])$/.exec(text) ?? [];
  return requests === undefined ? undefined : { requests: Number(requests), perMs: periods[period] ?? 1_000 };
}

/** Checks a rate of requests, which stays as it was written. */
export function rateOption(text: string): string {
  if (requestRate(text)) return text;
  throw new InvalidArgumentError('Expected a number of requests per second, minute or hour, such as 50/s or 300/m.');
}
