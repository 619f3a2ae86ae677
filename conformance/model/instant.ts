/** RFC 3339 date and time with a zone and up to 12 fractional digits: the date pattern of the contract. */
const form =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.(\d{1,12}))?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** Other forms that can be read without doubt: with a space, small letters, more digits or without a zone, and the dates of HTTP. */
const otherForm = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(\.\d{1,12})?\d*([Zz]|[+-]\d\d:\d\d)?$/;
const httpForm = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

/** Whether a value is a date of the contract (RESOURCE-8). */
export function isTimestamp(value: unknown): boolean {
  return typeof value === 'string' && form.test(value) && instant(value) !== undefined;
}

/**
 * Converts a date to picoseconds since 1970, so that no digit is lost. A date in another form than that of the contract is read where
 * that is possible without doubt, without a zone as UTC: RESOURCE-8 alone judges the form. Returns `undefined` for any other value.
 */
export function instant(value: unknown): bigint | undefined {
  if (typeof value !== 'string') return undefined;
  if (!known.has(value)) {
    if (known.size >= mostKnown) known.clear();
    known.set(value, read(value) ?? readLeniently(value));
  }
  return known.get(value);
}

/** A run sees the same dates many times, in every get and list. */
const known = new Map<string, bigint | undefined>();
const mostKnown = 10_000;

function read(value: string): bigint | undefined {
  const match = form.exec(value);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '', zone = 'Z'] = match;
  // Date.UTC maps the years 0 to 99 to 1900 to 1999.
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (date.getUTCDate() !== Number(day)) return undefined;
  const offset =
    zone === 'Z' ? 0 : (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)));
  const ms = date.setUTCHours(Number(hour), Number(minute) - offset, Number(second));
  return BigInt(ms) * millisecond + BigInt(fraction.padEnd(12, '0'));
}

function readLeniently(value: string): bigint | undefined {
  if (httpForm.test(value))
    return Number.isNaN(Date.parse(value)) ? undefined : BigInt(Date.parse(value)) * millisecond;
  const [, day, time, fraction = '', zone = 'Z'] = otherForm.exec(value) ?? [];
  return day === undefined ? undefined : read(`${day}T${time}${fraction}${zone.toUpperCase()}`);
}

/** Picoseconds in a millisecond: the tolerance with which instants are compared (decision 0008). */
export const millisecond = 1_000_000_000n;

/** Whether two values are dates that differ by at most a millisecond. */
export function sameInstant(one: unknown, other: unknown): boolean {
  const [left, right] = [instant(one), instant(other)];
  return left !== undefined && right !== undefined && left - right <= millisecond && right - left <= millisecond;
}
