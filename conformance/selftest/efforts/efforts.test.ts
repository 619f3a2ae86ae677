import { expect, test } from 'vitest';
import { allChecks } from '../../checks/registry.js';
import type { Mutant } from '../mutant.js';
import { allMutants } from '../run/load.js';
import { effortsThatKill, isKilledWith } from './kill.js';
import { killsIn } from './kills.js';

const checks = await allChecks();
const mutants = await allMutants();

function mutantThat(is: (mutant: Mutant) => boolean): Mutant {
  const mutant = mutants.find(is);
  if (!mutant) throw new Error('there is no such mutant');
  return mutant;
}

test('every effort kills a mutant that one chosen input shows', async () => {
  const mutant = mutantThat(({ requirement }) => requirement === 'CREATE-16');
  expect(await effortsThatKill(mutant, checks, 1)).toEqual(['smoke', 'standard', 'deep']);
});

test('a smoke run plays no sequence, so that it misses a mutant that only sequences kill', async () => {
  const mutant = mutantThat(({ foundBy }) => foundBy === 'sequences');
  expect(await isKilledWith('smoke', mutant, checks, 1)).toBe(false);
  expect(await isKilledWith('standard', mutant, checks, 1)).toBe(true);
});

test('kills are counted only when every mutant was measured', () => {
  const report = { kind: 'mutant with each effort', index: 0, name: 'one', problems: [], durationMs: 1 } as const;
  expect(killsIn([{ ...report, killedWith: ['deep'] }], 1)).toEqual({
    seed: 1,
    of: 1,
    killed: { smoke: 0, standard: 0, deep: 1 },
  });
  expect(() => killsIn([{ ...report, killedWith: ['deep'] }, report], 1)).toThrow('1 of 2 mutants were not measured');
});
