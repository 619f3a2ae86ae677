/** The JSON text of a value, with the members of each object in the order of their names; `undefined` for `undefined`. */
export function orderedJson(value: unknown): string | undefined {
  return JSON.stringify(value, (_, one: unknown) => (isRecord(one) ? ordered(one) : one));
}

function ordered(value: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
