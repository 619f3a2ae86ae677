/** The preferences that the reference supports; all others are ignored (UPDATE-20). */
export interface Preferences {
  readonly return?: 'minimal' | 'representation';
  /** Maximum number of elements on a page. */
  readonly maxPageSize?: number;
}

/** Parses a `Prefer` header. The first value of a preference applies; an invalid value is ignored. */
export function parsePreferences(prefer: string | null): Preferences {
  if (prefer === null) return {};
  const given = new Map<string, string>();
  for (const part of prefer.split(',')) {
    const [preference = ''] = part.split(';');
    const [name = '', value = ''] = preference.split('=', 2).map((text) => text.trim().replace(/^"(.*)"$/, '$1'));
    const key = name.toLowerCase().replace(/^odata\./, '');
    if (!given.has(key)) given.set(key, value.toLowerCase());
  }
  const returned = given.get('return');
  const size = given.get('maxpagesize') ?? '';
  return {
    ...((returned === 'minimal' || returned === 'representation') && { return: returned }),
    ...(/^[1-9]\d{0,8}$/.test(size) && { maxPageSize: Number(size) }),
  };
}
