import { expect, test } from 'vitest';
import { runRequirements } from '../../selftest/run/run-requirements.js';
import { rejectWith } from '../../selftest/server/reject-with.js';
import { serverWith } from '../../selftest/server/server.js';
import { on, respondInstead } from '../../selftest/server/wire.js';
import { allChecks } from '../registry.js';

test('on a target that rejects every create, only the requirement about that fails', async () => {
  const server = await serverWith([{ fetch: respondInstead(on('create'), rejectWith(501)) }]);
  const ids = ['CREATE-1', 'CREATE-11', 'CREATE-12', 'CREATE-14', 'CREATE-28'] as const;
  const results = await runRequirements(ids, await allChecks(), server);
  expect(results.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
    'CREATE-1 failed',
    'CREATE-11 inconclusive',
    'CREATE-12 inconclusive',
    'CREATE-14 inconclusive',
    'CREATE-28 inconclusive',
  ]);
  for (const { findings } of results)
    expect(findings.map(({ message }) => message).join()).not.toMatch(/expected status 4/);
}, 30_000);
