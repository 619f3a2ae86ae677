import { drawFrom } from '../../engine/world/draw.js';
import type { Variant } from '../variant.js';

const most = 14;

/**
 * Random lawful combinations, the same for the same seed: every variant is in one of them, and no two of a combination are about the
 * same thing.
 */
export function combinations(variants: readonly Variant[], seed: number): readonly (readonly Variant[])[] {
  const draw = drawFrom(seed, 'combinations');
  const places = new Map(variants.map((variant) => [variant, draw.integer(2 ** 32)]));
  const combined: Variant[][] = [];
  for (const variant of variants.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))) {
    const home = combined.find((group) => group.length < most && !group.some((other) => clash(other, variant)));
    if (home) home.push(variant);
    else combined.push([variant]);
  }
  return combined;
}

function clash(one: Variant, other: Variant): boolean {
  return one.about.some((thing) => other.about.includes(thing));
}
