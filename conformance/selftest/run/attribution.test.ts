import { expect, test } from 'vitest';
import { type RequirementId, requirements } from '../../../generated/requirements.js';
import { allChecks } from '../../checks/registry.js';
import type { Difference } from '../server/difference.js';
import { serverWith } from '../server/server.js';
import { allVariants } from './load.js';
import { runRequirements } from './run-requirements.js';

const listCases = (await allChecks()).flatMap(({ id, kind }) =>
  requirements[id].area === 'LIST' && kind === 'case' ? [id] : [],
);

async function outcomes(ids: readonly RequirementId[], difference: Difference): Promise<Record<string, string>> {
  const results = await runRequirements(ids, await allChecks(), await serverWith([difference]));
  return Object.fromEntries(results.map(({ id, outcome }) => [id, outcome]));
}

test('no requirement about lists is inconclusive on a server that accepts a clientContext only once', async () => {
  const name = 'a clientContext can be used only once';
  const once = (await allVariants()).find((variant) => variant.name === name);
  if (!once) throw new Error(`expected a variant "${name}"`);
  const decided = await outcomes(listCases, once.difference());
  expect(Object.entries(decided).filter(([, outcome]) => outcome === 'inconclusive')).toEqual([]);
  expect(decided).toMatchObject({ 'LIST-3': 'passed', 'LIST-8': 'passed', 'LIST-17': 'passed' });
}, 30_000);

const withoutNew = (member: 'status' | 'clientContext'): Difference => ({
  declared: { offers: ['filter'] },
  behaviour: (right) => ({ newAction: (body, from) => ({ ...right.newAction(body, from), [member]: null }) }),
});

test.each(['status', 'clientContext'] as const)(
  'the requirement about filters is inconclusive where a create loses the %s',
  async (member) => {
    expect(await outcomes(['LIST-17'], withoutNew(member))).toEqual({ 'LIST-17': 'inconclusive' });
  },
);
