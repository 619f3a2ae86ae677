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
