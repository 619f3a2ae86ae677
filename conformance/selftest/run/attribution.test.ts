import { expect, test } from 'vitest';
import type { RequirementId } from '../../../generated/requirements.js';
import { requirements } from '../../../generated/requirements.js';
import { allChecks } from '../../checks/registry.js';
import { decideOnly } from './run-requirements.js';
import type { Difference } from '../server/difference.js';
import { allVariants } from './load.js';
import { serverWith } from '../server/server.js';

const listRows = (await allChecks()).flatMap(({ id, kind }) =>
  requirements[id].area === 'LIST' && kind === 'case' ? [id] : [],
);

/** What these requirements come to on a server with this difference. */
async function outcomes(ids: readonly RequirementId[], difference: Difference): Promise<Record<string, string>> {
  const results = await decideOnly(ids, await allChecks(), await serverWith([difference]));
  return Object.fromEntries(results.map(({ id, outcome }) => [id, outcome]));
}

test('what can be said of lists can be said of a target that takes a clientContext only once', async () => {
  const once = (await allVariants()).find(({ name }) => name === 'a clientContext may be used once');
  if (!once) throw new Error('there is no such variant any more');
  const decided = await outcomes(listRows, once.difference());
  expect(Object.entries(decided).filter(([, outcome]) => outcome === 'inconclusive')).toEqual([]);
  expect(decided).toMatchObject({ 'LIST-3': 'passed', 'LIST-8': 'passed', 'LIST-17': 'passed' });
}, 30_000);

const lost = (member: 'status' | 'clientContext'): Difference => ({
  declared: { offers: ['filter'] },
  behaviour: (right) => ({ newAction: (body, from) => ({ ...right.newAction(body, from), [member]: null }) }),
});

test.each(['status', 'clientContext'] as const)(
  'a filter is not to blame for a %s that a create loses',
  async (member) => {
    expect(await outcomes(['LIST-17'], lost(member))).toEqual({ 'LIST-17': 'inconclusive' });
  },
);
