/**
 * The header fields of a response: what the kit needs of the platform's `Headers`, which fits it too. Loading that class brings the
 * platform's whole `fetch` into memory.
 */
export interface HeaderFields extends Iterable<[string, string]> {
  /** The value of a field whatever the case of its name; several are joined by a comma. */
  get(name: string): string | null;
  has(name: string): boolean;
}

/** Header fields with these names and values, in their order. */
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
