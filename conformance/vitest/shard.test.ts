import { expect, test } from 'vitest';
import type { RequirementId } from '../../generated/requirements.js';
import { allChecks } from '../checks/registry.js';
import type { Check } from '../engine/check.js';
import { defaultOptions } from '../engine/options.js';
import type { Explorer } from '../engine/run/explorer.js';
import type { Result } from '../engine/run/outcome.js';
import { parseShard } from '../engine/run/shard.js';
import { createReference } from '../reference/index.js';
import { SharedSession } from './shared-session.js';

const checks = await allChecks();
const only = (...ids: readonly RequirementId[]) => checks.filter(({ id }) => ids.includes(id));

/** The results of a part by requirement, and the number of requests. */
async function run(shard: string, of: readonly Check[], explorers: readonly Explorer[] = []) {
  const server = createReference();
  let requests = 0;
  const session = new SharedSession(
    of,
    async () => ({
      target: {
        name: 'reference',
        url: 'http://reference.example/beta',
        tokens: await server.tokens.mintAll(),
        fetch: (request: Request) => {
          requests += 1;
          return server.fetch(request);
        },
      },
      close: async () => undefined,
    }),
    { ...defaultOptions, seed: 1 },
    explorers,
    parseShard(shard, 'shard'),
  );
  const own = [...session.cases, ...of.filter(({ kind }) => kind === 'rule')];
  const results = new Map<RequirementId, Result>();
  for (const check of own) results.set(check.id, await session.result(check));
  const elsewhere = await session.foundElsewhere();
  await session.close();
  return { results, requests, elsewhere: elsewhere.map(({ id }) => id) };
}

test('two parts play every case once, and send less than two undivided runs', async () => {
  const of = only('CANCEL-1', 'GET-1', 'GET-2', 'LIST-1', 'RESOURCE-2');
  const whole = await run('1/1', of);
  const [first, second] = [await run('1/2', of), await run('2/2', of)];
  const outcomes = [...first.results, ...second.results].map(([id, { outcome }]) => `${id} ${outcome}`);
  const expected = [...whole.results.keys()].map((id) => `${id} passed`);
  expect(outcomes.toSorted()).toEqual([...expected, 'RESOURCE-2 passed'].toSorted());
  expect(first.requests + second.requests).toBeLessThan(1.75 * whole.requests);
});

test('a part decides a rule of its own whatever it takes, and other rules by what it saw', async () => {
  const outcomes = async (shard: string, of: readonly Check[]) => {
    const { results } = await run(shard, of);
    return [...results].map(([id, { outcome }]) => `${id} ${outcome}`);
  };
  // The second part has LIST-1, which cancels nothing. CANCEL-2 belongs to the first part, or beside AUTH-3, if no inputs are chosen for rules, to the second.
  const alone = only('CANCEL-1', 'LIST-1', 'CANCEL-2');
  expect(await outcomes('1/2', alone)).toEqual(['CANCEL-1 passed', 'CANCEL-2 passed']);
  expect(await outcomes('2/2', alone)).toEqual(['LIST-1 passed', 'CANCEL-2 not-selected']);
  const both = only('CANCEL-1', 'LIST-1', 'AUTH-3', 'CANCEL-2').map((check) =>
    check.kind === 'rule' ? { ...check, shownBy: undefined } : check,
  );
  expect(await outcomes('2/2', both)).toContain('CANCEL-2 passed');
});

test('a violation of a requirement of another part is reported by the part that found it', async () => {
  const finding = { message: 'm', expected: 'e', received: 'r', input: 'a sequence' };
  const explorer: Explorer = {
    judges: ['CANCEL-1', 'LIST-1'],
    explore: async () => ({ discoveries: [{ id: 'CANCEL-1', finding }], judged: 1 }),
  };
  const of = only('CANCEL-1', 'LIST-1');
  expect((await run('2/2', of, [explorer])).elsewhere).toEqual(['CANCEL-1']);
  expect((await run('1/2', of, [explorer])).elsewhere).toEqual([]);
});
