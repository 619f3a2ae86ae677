import { expect, test } from 'vitest';
import { nameOf } from '../../mutant.js';
import { allMutants } from '../load.js';
import { perform } from '../task.js';

/** Two files have these tests, because Vitest runs one file on one processor. */
const parts = 2;

/** A test for each mutant of one part: it is killed by its requirement and by those that it declares. */
export async function testMutants(part: 0 | 1): Promise<void> {
  const mutants = (await allMutants()).map((mutant, index) => ({ name: nameOf(mutant), index }));
  test.each(mutants.filter(({ index }) => index % parts === part))(
    'the mutant is killed: $name',
    async ({ index }) => {
      const { problems } = await perform({ kind: 'mutant', index }, { whole: false, seed: 1 });
      expect(problems).toEqual([]);
    },
    60_000,
  );
}
