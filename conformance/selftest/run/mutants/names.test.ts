import { expect, test } from 'vitest';
import { nameOf } from '../../mutant.js';
import { allMutants } from '../load.js';

const mutants = await allMutants();

test('no two mutants have the same name', () => {
  const names = mutants.map(nameOf);
  expect(names).toEqual([...new Set(names)]);
});

test('no mutant lists its own requirement in alsoFails', () => {
  expect(mutants.filter(({ requirement, alsoFails }) => alsoFails.includes(requirement)).map(nameOf)).toEqual([]);
});
