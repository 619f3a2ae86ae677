/** The header fields of a response, a subset of the platform's `Headers`. Using that class would load the whole of `fetch`. */
export interface HeaderFields extends Iterable<[string, string]> {
  /** The value of a field, with its name in any case; several values are joined by commas. */
  get(name: string): string | null;
  has(name: string): boolean;
}

/** Header fields with the given names and values, in the given order. */
export function headerFields(fields: Iterable<readonly [string, string]>): HeaderFields {
  const pairs: string[] = [];
  for (const [name, value] of fields) {
    const key = lowerCase(name);
    const at = placeOf(key, pairs);
    if (at < 0) pairs.push(key, value);
    else pairs[at + 1] += `, ${value}`;
  }
  return new CompactFields(pairs);
}

/** Names and values in turn in one array: a run keeps the fields of thousands of responses. */
class CompactFields implements HeaderFields {
  readonly #pairs: readonly string[];

  constructor(pairs: readonly string[]) {
    this.#pairs = pairs;
  }

  get(name: string): string | null {
    const at = placeOf(lowerCase(name), this.#pairs);
    return at < 0 ? null : (this.#pairs[at + 1] ?? null);
  }

  has(name: string): boolean {
    return placeOf(lowerCase(name), this.#pairs) >= 0;
  }

  [Symbol.iterator](): Iterator<[string, string]> {
    const fields: [string, string][] = [];
    for (let at = 0; at < this.#pairs.length; at += 2) fields.push([this.#pairs[at] ?? '', this.#pairs[at + 1] ?? '']);
    return fields.values();
  }
}

function placeOf(key: string, pairs: readonly string[]): number {
  for (let at = 0; at < pairs.length; at += 2) if (pairs[at] === key) return at;
  return -1;
}

/** More names than any target uses, so that one which sends ever new names does not fill the memory. */
const mostNames = 200;
const names = new Map<string, string>();

/** The name in lower case, the same string for all responses. */
function lowerCase(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const lower = name.toLowerCase();
  if (names.size < mostNames) names.set(name, lower);
  return lower;
}
