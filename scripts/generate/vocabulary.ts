/** The fixed words of the catalogue. The generators write them to generated/requirements.ts, and `problemsOf` checks against them. */

/** In the order in which every listing shows them. */
export const areas = [
  'SURFACE',
  'CREATE',
  'RESOURCE',
  'GET',
  'LIST',
  'UPDATE',
  'CANCEL',
  'AUTH',
  'ERROR',
  'HTTP',
  'LIFECYCLE',
] as const;

export const levels = ['MUST', 'SHOULD', 'MAY'] as const;

export const bases = ['page', 'platform', 'contract'] as const;

export const operations = ['list', 'create', 'get', 'update', 'cancel'] as const;

export const needKinds = ['feature', 'identity', 'class'] as const;

/** Whether `word` is one of `words`. */
export function includes<Word extends string>(words: readonly Word[], word: string): word is Word {
  return (words as readonly string[]).includes(word);
}
