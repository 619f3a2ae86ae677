import { isObject } from '../../model/observed.js';
import { absent, type Sighting } from './sighting.js';
import { constantForm, textForm } from './text-form.js';

/** Members whose texts are few and chosen by the target. */
const constants: ReadonlySet<string> = new Set(['status', 'code', '@odata.type', '@odata.context']);

/** Levels of a body that are compared. */
const deepest = 6;

/** The shape of a body: for each object in it the names of its members and the form of each value. The order of members is free. */
export function bodySightings(of: string, body: string, json: unknown, base: string): readonly Sighting[] {
  const form = body === '' ? absent : json === undefined ? 'text that is not JSON' : formOf('', json, base);
  const sightings: Sighting[] = [{ place: { aspect: 'body', of, at: '' }, traits: [['', form]] }];
  add(json, '', 0);
  return sightings;

  function add(value: unknown, at: string, depth: number): void {
    if (depth > deepest) return;
    if (Array.isArray(value)) {
      for (const element of value) {
        sightings.push({ place: { aspect: 'body', of, at: `${at}/` }, traits: [['*', formOf('*', element, base)]] });
        add(element, `${at}/*`, depth + 1);
      }
      return;
    }
    if (!isObject(value)) return;
    const members = Object.entries(value);
    sightings.push({
      place: { aspect: 'body', of, at: `${at}/` },
      traits: members.map(([name, one]) => [name, formOf(name, one, base)]),
    });
    for (const [name, one] of members) add(one, `${at}/${name}`, depth + 1);
  }
}

function formOf(name: string, value: unknown, base: string): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  if (typeof value !== 'string') return `a ${typeof value}`;
  return constants.has(name) ? constantForm(value, base) : textForm(value, base);
}
