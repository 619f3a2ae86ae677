import { randomUUID } from 'node:crypto';

/** A generator of action ids: random GUIDs (CREATE-6), or a repeatable sequence of GUIDs when `seed` is given. */
export function createIds(seed: number | undefined): () => string {
  if (seed === undefined) return randomUUID;
  const word = words(seed);
  return () => {
    const digits = Array.from({ length: 4 }, () => word().toString(16).padStart(8, '0')).join('');
    return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
  };
}

/** Mulberry32: a repeatable sequence of 32-bit words. */
function words(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
