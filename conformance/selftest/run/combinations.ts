import { drawFrom } from '../../engine/world/draw.js';
import type { Variant } from '../variant.js';

/** The number of variants in one combination, at most. */
const most = 14;

/**
 * Combines the variants at random, always alike from one seed. Every variant is in exactly one combination, and no two variants of a
 * combination share an aspect.
 */
export function combinations(variants: readonly Variant[], seed: number): readonly (readonly Variant[])[] {
  const draw = drawFrom(seed, 'combinations');
  const places = new Map(variants.map((variant) => [variant, draw.integer(2 ** 32)]));
  const combined: Variant[][] = [];
  for (const variant of variants.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))) {
    const home = combined.find((group) => group.length < most && !group.some((other) => shareAspect(other, variant)));
    if (home) home.push(variant);
    else combined.push([variant]);
  }
  return combined;
}

function shareAspect(one: Variant, other: Variant): boolean {
  return one.about.some((aspect) => other.about.includes(aspect));
}
