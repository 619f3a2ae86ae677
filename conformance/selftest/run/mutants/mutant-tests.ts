import { expect, test } from 'vitest';
import { type Mutant, nameOf } from '../../mutant.js';
import { allMutants } from '../load.js';
import { perform } from '../task.js';

/** Two files have these tests, because Vitest runs one file on one processor. */
const parts = 2;

/** A mutant that the audit finds needs a whole run, so that of these only one in this many is played. */
const oneAuditOf = 5;

/**
 * A test for the first mutant of each requirement, for all mutants that sequences or races find, and for some that the audit finds, among
 * those of one part: it is killed by its requirement and by those that it declares. The self-test runs all mutants.
 */
export async function testMutants(part: 0 | 1): Promise<void> {
  const mutants = await allMutants();
  const audited = mutants.filter(({ foundBy }) => foundBy === 'audit');
  const others = mutants.filter(({ foundBy }) => foundBy !== 'audit');
  const isFirst = (mutant: Mutant) =>
    mutant === [...others, ...audited].find(({ requirement }) => requirement === mutant.requirement);
  const isPlayed = (mutant: Mutant) =>
    isFirst(mutant) || (mutant.foundBy === 'audit' ? audited.indexOf(mutant) % oneAuditOf === 0 : mutant.foundBy);
  const some = mutants.flatMap((mutant, index) => (isPlayed(mutant) ? [{ name: nameOf(mutant), index }] : []));
  test.each(some.filter((_, place) => place % parts === part))(
    'the mutant is killed: $name',
    async ({ index }) => {
      const { problems } = await perform({ kind: 'mutant', index }, { whole: false, seed: 1 });
      expect(problems).toEqual([]);
    },
    120_000,
  );
}
