import { expect, test } from 'vitest';
import { allChecks } from '../../checks/registry.js';
import { drawFrom } from '../../engine/world/draw.js';
import { nameOf } from '../mutant.js';
import { allMutants } from './load.js';
import { runMutantInFull } from './run-mutant.js';

const mutants = (await allMutants()).filter(({ foundBy }) => foundBy === 'sequences');

/** Two of them; `npm run selftest -- sequences --whole` runs all. */
const draw = drawFrom(1, 'sequence mutants');
const drawn = [1, 2].flatMap(() => mutants[draw.integer(mutants.length)] ?? []);

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
