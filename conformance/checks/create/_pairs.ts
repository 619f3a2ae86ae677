import { isObject, member } from '../../engine/evidence/reply.js';

/** An element of `parameters`. */
export interface Pair {
  readonly name: string;
  readonly value: string | null;
}

/** The elements of `parameters`; an empty array when it is not an array. */
export function pairsOf(action: unknown): readonly unknown[] {
  const parameters = member(action, 'parameters');
  return Array.isArray(parameters) ? parameters : [];
}

/** Each pair as JSON text of its name and value. Annotations are ignored, and a missing value counts as null. */
export function pairTexts(pairs: readonly unknown[]): string[] {
  return pairs.map((pair) => (isObject(pair) ? JSON.stringify([pair.name, pair.value ?? null]) : JSON.stringify(pair)));
}

/** What {@link pairTexts} has, as values. */
export function pairValues(texts: readonly string[]): readonly unknown[] {
  return texts.map((text) => JSON.parse(text));
}
