/** A JSON object as a target sent it; nothing is known about its members until they are checked. */
export type ObservedObject = { readonly [member: string]: unknown };

/** Whether a value is a JSON object: neither an array nor null. */
export function isObject(value: unknown): value is ObservedObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of an own member of a JSON object; `undefined` when the value is not an object or has no such member. */
export function member(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
