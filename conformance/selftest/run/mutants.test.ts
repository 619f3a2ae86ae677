import { expect, test } from 'vitest';
import { allMutants } from './load.js';
import { nameOf } from '../mutant.js';
import { perform } from './task.js';

const mutants = await allMutants();

test.each(mutants.map((mutant, index) => ({ name: nameOf(mutant), index })))(
  '$name',
  async ({ index }) => {
    const { wrong } = await perform({ kind: 'mutant', index }, { whole: false, seed: 1 });
    expect(wrong).toEqual([]);
  },
  30_000,
);

test('no two mutants have the same name', () => {
  const names = mutants.map(nameOf);
  expect(names).toEqual([...new Set(names)]);
});

test('no mutant is its own relative', () => {
  expect(mutants.filter(({ requirement, alsoFails }) => alsoFails.includes(requirement)).map(nameOf)).toEqual([]);
});
