import { expect, test } from 'vitest';
import { allChecks } from '../../checks/registry.js';
import { unproved } from './checks-without-mutants.js';
import { allMutants } from './load.js';

const missing = unproved(await allChecks(), await allMutants());

test('every case and every rule has a mutant that it notices', () => {
  expect(missing.map(({ kind, id }) => `${id} (${kind})`)).toEqual([]);
});
