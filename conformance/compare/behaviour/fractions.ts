import { isObject } from '../../model/observed.js';
import type { Sighting } from './sighting.js';
import { fractionDigits } from './text-form.js';

/**
 * With how many digits an operation writes the seconds of each member and header field that is a time. A target that leaves trailing zeros
 * out writes one time in ten with fewer digits, so that each form is a matter of chance.
 */
export function fractionSightings(
  operation: string,
  headers: readonly (readonly [name: string, value: string])[],
  json: unknown,
): readonly Sighting[] {
  const sightings: Sighting[] = [];
  const add = (at: string, value: unknown) => {
    const digits = typeof value === 'string' ? fractionDigits(value) : undefined;
    if (digits === undefined || typeof value !== 'string') return;
    const form = digits === 0 ? 'no fraction' : `a fraction of ${digits} ${digits === 1 ? 'digit' : 'digits'}`;
    sightings.push({ place: { aspect: 'fraction', of: operation, at }, traits: [['', form]], value });
  };
  const addAll = (value: unknown): void => {
    if (Array.isArray(value)) for (const element of value) addAll(element);
    if (!isObject(value)) return;
    for (const [name, one] of Object.entries(value)) {
      add(`the member \`${name}\``, one);
      addAll(one);
    }
  };
  for (const [name, value] of headers) add(`the header field \`${name.toLowerCase()}\``, value);
  addAll(json);
  return sightings;
}
