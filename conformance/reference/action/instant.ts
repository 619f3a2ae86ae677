import type { StoredAction } from './action.js';

const form = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,12})?(Z|[+-]\d\d:\d\d)$/;

/** Formats milliseconds since 1970 as a date of the contract: UTC with `Z` (RESOURCE-8, RESOURCE-9). */
export function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** Milliseconds since 1970 of a UTC date. Finer digits are dropped, because `Date.parse` misreads some dates with more than nine of them. */
export function epochMilliseconds(date: string): number {
  return Date.parse(date.replace(/(\.\d{3})\d+/, '$1'));
}

/**
 * Converts a date with any offset to UTC and keeps every fractional digit (UPDATE-16).
 * Returns `undefined` for an invalid date, a day that does not exist, or a year without four digits.
 */
export function toUtc(text: string): string | undefined {
  const [, local, fraction = '', zone] = form.exec(text) ?? [];
  const whole = Date.parse(`${local}${zone}`);
  const day = Date.parse(`${local?.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(whole) || timestamp(day).slice(0, 10) !== local?.slice(0, 10)) return undefined;
  const utc = timestamp(whole);
  return utc.length === '2014-01-01T00:00:00.000Z'.length ? `${utc.slice(0, 19)}${fraction}Z` : undefined;
}

/** The instant of the next change of an action: `now`, but always later than the last change, even if the clock goes back (LIFECYCLE-10, LIFECYCLE-11). */
export function stamp(action: StoredAction, now: number): number {
  return Math.max(now, Date.parse(action.lastActionDateTime) + 1);
}
