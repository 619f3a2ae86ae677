import { expect, test } from 'vitest';
import { allChecks } from '../../checks/registry.js';
import { drawFrom } from '../../engine/world/draw.js';
import { nameOf } from '../mutant.js';
import { allMutants } from './load.js';
import { runMutantInFull } from './run-mutant.js';

const mutants = (await allMutants()).filter(({ foundBy }) => foundBy === 'sequences');

/** One of them; `npm run selftest -- sequences --whole` runs all. */
const drawn = mutants.slice(drawFrom(1, 'sequence mutants').integer(mutants.length)).slice(0, 1);

test('more than 25 mutants are killed only by sequences', () => {
  expect(mutants.length).toBeGreaterThan(25);
});

test.each(drawn.map((mutant) => ({ name: nameOf(mutant), mutant })))(
  'sequences kill the mutant and no case or rule does: $name',
  async ({ mutant }) => {
    const { unmet, undeclared } = await runMutantInFull(mutant, await allChecks());
    expect({ unmet, undeclared }).toEqual({ unmet: [], undeclared: [] });
  },
  120_000,
);
