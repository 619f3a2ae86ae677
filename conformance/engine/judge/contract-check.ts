import { type Validator, validateSecurityAction } from '../../../generated/validators.js';
import type { Exchange } from '../evidence/exchange.js';
import { preview } from '../evidence/preview.js';
import { isObject, type ObservedObject } from '../evidence/reply.js';
import { expectedBy, firstError, valueAt } from '../evidence/schema-error.js';
import { judge } from './judge.js';
import { locationName, type Pointer } from './location.js';
import { sides } from './violation.js';

/** Expects a value that is valid for a schema of the contract; the finding names the first place that is not. */
export function expectValid(value: unknown, validate: Validator, at: Pointer, exchange: Exchange): void {
  judge(validate(value), () => {
    const error = firstError(validate);
    const pointer = error?.instancePath ?? '';
    const place: Pointer = `${at}${pointer}`;
    const found = valueAt(value, pointer);
    const isMissing = error?.keyword === 'required';
    const members = Object.keys(Object(found));
    const expected = error ? expectedBy(error) : 'a valid value';
    return {
      message: `${locationName(place)}: ${sides(expected, isMissing ? `the members ${preview(members, 120)}` : preview(found, 120))}`,
      expected,
      received: preview(isMissing ? members : found),
      at: place,
      exchange,
    };
  });
}

/** Expects a whole securityAction that is valid for the contract, apart from the form of its dates, which RESOURCE-8 judges. */
export function expectSecurityAction(value: unknown, at: Pointer, exchange: Exchange): void {
  expectValid(withTimestamps(value), validateSecurityAction, at, exchange);
}

/** The value with a timestamp of the contract in place of each text that is a date. */
function withTimestamps(value: unknown): unknown {
  if (!isObject(value)) return value;
  const { states } = value;
  // One copy, because an object may have thousands of members.
  return {
    ...value,
    ...timestampsIn(value),
    ...(Array.isArray(states) && {
      states: states.map((one) => (isObject(one) ? { ...one, ...timestampsIn(one) } : one)),
    }),
  };
}

function timestampsIn(value: ObservedObject): ObservedObject {
  const dates = Object.keys(value).filter((name) => name.endsWith('DateTime') && typeof value[name] === 'string');
  return Object.fromEntries(dates.map((name) => [name, '1970-01-01T00:00:00Z']));
}
