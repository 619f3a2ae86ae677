import { expect, test } from 'vitest';
import { combinations } from './combinations.js';
import { allVariants } from './load.js';
import { perform } from './task.js';

const variants = await allVariants();
const combined = combinations(variants, 1);

test.each(combined.map((_, index) => ({ index })))(
  'combination $index',
  async ({ index }) => {
    const { name, wrong } = await perform({ kind: 'combination', index }, { whole: false, seed: 1 });
    expect(wrong, name).toEqual([]);
  },
  120_000,
);

test('every variant is in one combination', () => {
  expect(combined.flat().toSorted(byName)).toEqual(variants.toSorted(byName));
});

test('no combination is about one thing twice', () => {
  for (const group of combined) {
    const things = group.flatMap(({ about }) => about);
    expect(things).toEqual([...new Set(things)]);
  }
});

test('another seed combines otherwise, and the same one alike', () => {
  const names = (seed: number) => combinations(variants, seed).map((group) => group.map(({ name }) => name));
  expect(names(1)).toEqual(names(1));
  expect(names(2)).not.toEqual(names(1));
});

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
