import { expect, test } from 'vitest';
import { type Mutant, nameOf } from '../../mutant.js';
import { allMutants } from '../load.js';
import { perform } from '../task.js';

/** Two files have these tests, because Vitest runs one file on one processor. */
const parts = 2;

/**
 * A test for the first mutant of each requirement, and for all mutants that sequences, races or the audit find, among those of one part:
 * it is killed by its requirement and by those that it declares. The self-test runs all mutants.
 */
export async function testMutants(part: 0 | 1): Promise<void> {
  const mutants = await allMutants();
  const isFirst = ({ requirement }: Mutant, index: number) =>
    mutants.findIndex((other) => other.requirement === requirement) === index;
  const some = mutants.flatMap((mutant, index) =>
    mutant.foundBy !== undefined || isFirst(mutant, index) ? [{ name: nameOf(mutant), index }] : [],
  );
  test.each(some.filter((_, place) => place % parts === part))(
    'the mutant is killed: $name',
    async ({ index }) => {
      const { problems } = await perform({ kind: 'mutant', index }, { whole: false, seed: 1 });
      expect(problems).toEqual([]);
    },
    60_000,
  );
}
