import { expect, test } from 'vitest';
import { nameOf } from '../mutant.js';
import { allMutants } from './load.js';
import { perform } from './task.js';

const mutants = await allMutants();

test.each(mutants.map((mutant, index) => ({ name: nameOf(mutant), index })))(
  'the mutant is killed: $name',
  async ({ index }) => {
    const { problems } = await perform({ kind: 'mutant', index }, { whole: false, seed: 1 });
    expect(problems).toEqual([]);
  },
  30_000,
);

test('no two mutants have the same name', () => {
  const names = mutants.map(nameOf);
  expect(names).toEqual([...new Set(names)]);
});

test('no mutant lists its own requirement in alsoFails', () => {
  expect(mutants.filter(({ requirement, alsoFails }) => alsoFails.includes(requirement)).map(nameOf)).toEqual([]);
});
