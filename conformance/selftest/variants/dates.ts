import type { Difference } from '../server/difference.js';
import { variant } from '../variant.js';
import { editActions, type Json, on } from '../server/wire.js';

const date = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?Z$/;

/** Writes every date of the answers anew: the time without fraction, the fraction's digits. */
function rewritten(write: (time: string, fraction: string) => string): Pick<Difference, 'fetch'> {
  const anew = (object: Json): Json =>
    Object.fromEntries(
      Object.entries(object).map(([name, value]) => [name, name.endsWith('DateTime') ? one(value) : value]),
    );
  const one = (value: unknown) => {
    const [, time, fraction = ''] = typeof value === 'string' ? (date.exec(value) ?? []) : [];
    return time === undefined ? value : write(time, fraction);
  };
  return {
    fetch: editActions(on('any'), ({ states, ...action }) =>
      anew(
        Array.isArray(states)
          ? { ...action, states: states.map(anew) }
          : { ...action, ...(states === null && { states }) },
      ),
    ),
  };
}

/** A server whose clock ticks only so often, and which writes no more digits than it knows. */
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
  variant('dates are three hours ahead', 'zone', offset(180), { givesUp: ['RESOURCE-9'] }),
  variant('dates are in the time of Newfoundland', 'zone', offset(-210), { givesUp: ['RESOURCE-9'] }),
  variant('dates are whole seconds', 'digits', coarse(1000, 0)),
  variant('dates have one digit', 'digits', coarse(100, 1)),
  variant(
    'dates have seven digits',
    'digits',
    rewritten((time, digits) => `${time}.${digits.padEnd(7, '0').slice(0, 7)}Z`),
  ),
  variant(
    'dates have twelve digits',
    'digits',
    rewritten((time, digits) => `${time}.${digits.padEnd(12, '0').slice(0, 12)}Z`),
  ),
  variant(
    'dates have no trailing zeros',
    'digits',
    rewritten(
      (time, digits) =>
        `${`${time}.${digits}`.replace(/\.?0*$/, (zeros) => (zeros.startsWith('.') ? '' : zeros.replace(/0/g, '')))}Z`,
    ),
  ),
  variant('the clock is a minute behind', 'clock', { options: { now: () => Date.now() - 60_000 } }),
];
