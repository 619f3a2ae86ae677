import { expect, test } from 'vitest';
import { allChecks } from '../checks/registry.js';
import { unproved } from './coverage.js';
import { allSlips } from './load.js';

const missing = unproved(await allChecks(), await allSlips());

test('every case and every rule has a slip that it notices', () => {
  expect(missing.map(({ kind, id }) => `${id} (${kind})`)).toEqual([]);
});
