import { expect, test } from 'vitest';
import { allChecks } from '../../checks/registry.js';
import { drawFrom } from '../../engine/world/draw.js';
import { allMutants } from './load.js';
import { nameOf } from '../mutant.js';
import { proveWhole } from './run-mutant.js';

const mutants = (await allMutants()).filter(({ foundBy }) => foundBy === 'sequences');

/** Few, drawn from a seed; `npm run proof -- --whole` looks at all. */
const draw = drawFrom(1, 'sequence mutants');
const drawn = [1, 2].flatMap(() => mutants[draw.integer(mutants.length)] ?? []);

test('there are mutants that only sequences find', () => {
  expect(mutants.length).toBeGreaterThan(25);
});

test.each(drawn.map((mutant) => ({ name: nameOf(mutant), mutant })))(
  'no case comes upon: $name',
  async ({ mutant }) => {
    const { lost, strays } = await proveWhole(mutant, await allChecks());
    expect([...lost, ...strays]).toEqual([]);
  },
  120_000,
);
