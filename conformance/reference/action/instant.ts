import type { Action } from './action.js';

const form = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,12})?(Z|[+-]\d\d:\d\d)$/;

/** Milliseconds since 1970 as the contract writes dates: UTC with `Z` (RESOURCE-8, RESOURCE-9). */
export function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** A date in UTC as milliseconds since 1970; finer digits are dropped, since `Date.parse` misreads some dates with more than nine of them. */
export function milliseconds(date: string): number {
  return Date.parse(date.replace(/(\.\d{3})\d+/, '$1'));
}

/**
 * A date with any offset as the same instant in UTC, every fractional digit kept (UPDATE-16).
 * `undefined` for a text that is no date, a day that no calendar has, or a year that is not written with four digits.
 */
export function toUtc(text: string): string | undefined {
  const [, local, fraction = '', zone] = form.exec(text) ?? [];
  const whole = Date.parse(`${local}${zone}`);
  const day = Date.parse(`${local?.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(whole) || timestamp(day).slice(0, 10) !== local?.slice(0, 10)) return undefined;
  const utc = timestamp(whole);
  return utc.length === '2014-01-01T00:00:00.000Z'.length ? `${utc.slice(0, 19)}${fraction}Z` : undefined;
}

/** The instant of the next change to an action: now, but always later than its last one, whatever the clock does (LIFECYCLE-10, LIFECYCLE-11). */
export function stamp(action: Action, now: number): number {
  return Math.max(now, Date.parse(action.lastActionDateTime) + 1);
}
