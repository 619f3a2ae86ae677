/** The header fields of a response, a subset of the platform's `Headers`. Using that class would load the whole of `fetch`. */
export interface HeaderFields extends Iterable<[string, string]> {
  /** The value of a field, with its name in any case; several values are joined by commas. */
  get(name: string): string | null;
  has(name: string): boolean;
}

/** Header fields with the given names and values, in the given order. */
export function headerFields(fields: Iterable<readonly [string, string]>): HeaderFields {
  const values = new Map<string, string>();
  for (const [name, value] of fields) {
    const key = name.toLowerCase();
    const before = values.get(key);
    values.set(key, before === undefined ? value : `${before}, ${value}`);
  }
  return {
    get: (name) => values.get(name.toLowerCase()) ?? null,
    has: (name) => values.has(name.toLowerCase()),
    [Symbol.iterator]: () => values.entries(),
  };
}
