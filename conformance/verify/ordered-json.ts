import { isObject, type ObservedObject } from '../model/observed.js';

/** The JSON text of a value, with the members of each object in the order of their names; `undefined` for `undefined`. */
export function orderedJson(value: unknown): string | undefined {
  return JSON.stringify(value, (_, one: unknown) => (isObject(one) ? ordered(one) : one));
}

function ordered(value: ObservedObject): object {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
