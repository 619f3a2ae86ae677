import { expect, test } from 'vitest';
import { combinations } from './combinations.js';
import { allVariants } from './load.js';
import { perform } from './task.js';

const variants = await allVariants();
const combined = combinations(variants, 1);

// The self-test runs all of them.
test.each(combined.flatMap((_, index) => (index % 4 === 0 ? [{ index }] : [])))(
  'combination $index of seed 1 raises no false alarm',
  async ({ index }) => {
    const { name, problems } = await perform({ kind: 'combination', index }, { whole: false, seed: 1 });
    expect(problems, name).toEqual([]);
  },
  120_000,
);

test('every variant is in exactly one combination', () => {
  expect(combined.flat().toSorted(byName)).toEqual(variants.toSorted(byName));
});

test('the variants of a combination share no aspect', () => {
  for (const group of combined) {
    const aspects = group.flatMap(({ about }) => about);
    expect(aspects).toEqual([...new Set(aspects)]);
  }
});

test('the same seed gives the same combinations, and another seed gives others', () => {
  const names = (seed: number) => combinations(variants, seed).map((group) => group.map(({ name }) => name));
  expect(names(1)).toEqual(names(1));
  expect(names(2)).not.toEqual(names(1));
});

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
