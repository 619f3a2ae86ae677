import { isObject, member } from '../../engine/evidence/reply.js';

/** A pair of `parameters`. */
export interface Pair {
  readonly name: string;
  readonly value: string | null;
}

/** The elements of `parameters`, or none where that is no array. */
export function pairsOf(action: unknown): readonly unknown[] {
  const parameters = member(action, 'parameters');
  return Array.isArray(parameters) ? parameters : [];
}

/** Each pair as a text of its name and value; annotations in it do not count, and a value left out is null. */
export function textsOf(pairs: readonly unknown[]): string[] {
  return pairs.map((pair) => (isObject(pair) ? JSON.stringify([pair.name, pair.value ?? null]) : JSON.stringify(pair)));
}
