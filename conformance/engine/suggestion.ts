import { distance } from 'fastest-levenshtein';

/** `did you mean …? ` for the names closest to a word that is none of them; empty when none is close. */
export function suggestion(word: string, names: readonly string[]): string {
  const ranked = names.map((name) => ({ name, edits: distance(word, name) })).sort((a, b) => a.edits - b.edits);
  const close = ranked.filter(({ edits }) => edits <= Math.max(1, Math.floor(word.length / 3))).slice(0, 3);
  return close.length === 0 ? '' : `did you mean ${close.map(({ name }) => name).join(' or ')}? `;
}
