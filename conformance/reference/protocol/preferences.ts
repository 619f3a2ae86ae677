/** What a client prefers, as far as the reference knows it; other preferences are ignored (UPDATE-20). */
export interface Preferences {
  readonly return?: 'minimal' | 'representation';
  /** Most elements that a page should have. */
  readonly maxPageSize?: number;
}

/** The preferences of a `Prefer` header. The first value of a preference counts; one that makes no sense is ignored. */
export function parsePreferences(prefer: string | null): Preferences {
  if (prefer === null) return {};
  const given = new Map<string, string>();
  for (const part of prefer.split(',')) {
    const [preference = ''] = part.split(';');
    const [name = '', value = ''] = preference.split('=', 2).map((text) => text.trim().replace(/^"(.*)"$/, '$1'));
    const key = name.toLowerCase().replace(/^odata\./, '');
    if (!given.has(key)) given.set(key, value.toLowerCase());
  }
  const wanted = given.get('return');
  const size = given.get('maxpagesize') ?? '';
  return {
    ...((wanted === 'minimal' || wanted === 'representation') && { return: wanted }),
    ...(/^[1-9]\d{0,8}$/.test(size) && { maxPageSize: Number(size) }),
  };
}
