import type { Difference } from '../server/difference.js';
import { editActions, type Json, on } from '../server/wire.js';
import { variant } from '../variant.js';

const date = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?Z$/;

/** Rewrites every date in the responses. `write` gets the time up to the seconds, and the digits of the fraction. */
function rewritten(write: (time: string, fraction: string) => string): Pick<Difference, 'fetch'> {
  const withDates = (object: Json): Json =>
    Object.fromEntries(
      Object.entries(object).map(([name, value]) => [name, name.endsWith('DateTime') ? rewrite(value) : value]),
    );
  const rewrite = (value: unknown) => {
    const [, time, fraction = ''] = typeof value === 'string' ? (date.exec(value) ?? []) : [];
    return time === undefined ? value : write(time, fraction);
  };
  return {
    fetch: editActions(on('any'), ({ states, ...action }) =>
      withDates(
        Array.isArray(states)
          ? { ...action, states: states.map(withDates) }
          : { ...action, ...(states === null && { states }) },
      ),
    ),
  };
}

/** A server whose clock advances in steps of `tickMs` and which writes that many digits of a fraction. */
function coarse(tickMs: number, digits: number): Difference {
  const floor = (ms: number) => Math.floor(ms / tickMs) * tickMs;
  return {
    ...rewritten((time, fraction) => {
      const kept = fraction.length > 3 ? fraction : fraction.slice(0, digits);
      return kept ? `${time}.${kept}Z` : `${time}Z`;
    }),
    options: { now: () => floor(Date.now()) },
    behaviour: (right) => ({
      stamp: (action, now) => Math.max(right.stamp(action, now), floor(Date.parse(action.lastActionDateTime)) + tickMs),
    }),
  };
}

function offset(minutes: number): Difference {
  const sign = minutes < 0 ? '-' : '+';
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0');
  const zone = `${sign}${two(minutes / 60)}:${two(minutes % 60)}`;
  return rewritten((time, fraction) => {
    const local = new Date(Date.parse(`${time}Z`) + minutes * 60_000).toISOString().slice(0, 19);
    return `${local}${fraction && `.${fraction}`}${zone}`;
  });
}

export const variants = [
  variant(
    'dates end in +00:00',
    'zone',
    rewritten((time, fraction) => `${time}${fraction && `.${fraction}`}+00:00`),
  ),
  variant('dates end in +03:00', 'zone', offset(180), { doesNotFollow: ['RESOURCE-9'] }),
  variant('dates end in -03:30', 'zone', offset(-210), { doesNotFollow: ['RESOURCE-9'] }),
  variant('dates have no fraction', 'digits', coarse(1000, 0)),
  variant('dates have one fractional digit', 'digits', coarse(100, 1)),
  variant(
    'dates have seven fractional digits',
    'digits',
    rewritten((time, digits) => `${time}.${digits.padEnd(7, '0').slice(0, 7)}Z`),
  ),
  variant(
    'dates have twelve fractional digits',
    'digits',
    rewritten((time, digits) => `${time}.${digits.padEnd(12, '0').slice(0, 12)}Z`),
  ),
  variant(
    'fractions have no trailing zeros',
    'digits',
    rewritten(
      (time, digits) =>
        `${`${time}.${digits}`.replace(/\.?0*$/, (zeros) => (zeros.startsWith('.') ? '' : zeros.replace(/0/g, '')))}Z`,
    ),
  ),
  variant('the clock is one minute slow', 'clock', { options: { now: () => Date.now() - 60_000 } }),
];
