/** RFC 3339 date and time with a zone and up to 12 fractional digits, as the contract's pattern has it. */
const form =
  /^(\d{4,})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.(\d{1,12}))?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** An instant in picoseconds since 1970, so that no digit of the contract's dates is lost; `undefined` for what is no such date. */
export function instant(value: unknown): bigint | undefined {
  if (typeof value !== 'string') return undefined;
  if (!known.has(value)) {
    if (known.size >= mostKnown) known.clear();
    known.set(value, read(value));
  }
  return known.get(value);
}

/** A run sees the same dates again and again, in every get and list. */
const known = new Map<string, bigint | undefined>();
const mostKnown = 10_000;

function read(value: string): bigint | undefined {
  const match = form.exec(value);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '', zone = 'Z'] = match;
  // Date.UTC would take the years 0 to 99 for those of the twentieth century.
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (date.getUTCDate() !== Number(day)) return undefined;
  const offset =
    zone === 'Z' ? 0 : (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)));
  const ms = date.setUTCHours(Number(hour), Number(minute) - offset, Number(second));
  // A Date ends some 275,000 years from now.
  return Number.isNaN(ms) ? undefined : BigInt(ms) * millisecond + BigInt(fraction.padEnd(12, '0'));
}

/** Picoseconds in a millisecond: the tolerance with which instants are compared; reading 0008. */
export const millisecond = 1_000_000_000n;
