import { expect, test } from 'vitest';
import { type Check, rule, scenario } from '../../engine/check.js';
import { Inconclusive, KitFault } from '../../engine/errors.js';
import { expectStatus, expectThat } from '../../engine/judge/expect.js';
import { type RunResult, run } from '../../engine/run/run.js';
import { serverWith } from '../server/server.js';

const sound = scenario('SURFACE-2', { when: (world) => world.list(), then: (reply) => expectStatus(reply, 200) });

async function runOf(...checks: readonly Check[]): Promise<RunResult> {
  const { target, options } = await serverWith([]);
  return run(checks, target, options, () => undefined);
}

test.each<[what: string, check: Check]>([
  ['a case whose `then` throws', scenario('GET-1', { when: (world) => world.list(), then: () => JSON.parse('{') })],
  ['a case that judges nothing', scenario('GET-1', { when: (world) => world.list(), then: () => undefined })],
  [
    'a case whose `then` throws Inconclusive',
    scenario('GET-1', {
      when: (world) => world.list(),
      then: () => {
        throw new Inconclusive('too late');
      },
    }),
  ],
  [
    'a case that sends an undeclared invalid request',
    scenario('GET-1', { when: (world) => world.create({ name: 5 }), then: (reply) => expectStatus(reply, 400) }),
  ],
  ['a rule whose `check` throws', rule('HTTP-3', { over: 'exchange', check: () => JSON.parse('{') })],
  [
    'a rule whose `where` throws',
    rule('HTTP-3', { over: 'exchange', where: () => JSON.parse('{'), check: () => undefined }),
  ],
])('%s ends the run as a fault of the kit', async (_, check) => {
  const failed = runOf(sound, check);
  await expect(failed).rejects.toThrow(KitFault);
  await expect(failed).rejects.toThrow(/CREATE|POST|GET-1|HTTP-3/);
});

test('a case whose `given` throws is inconclusive', async () => {
  const broken = scenario('GET-1', {
    given: () => JSON.parse('{'),
    when: (world) => world.list(),
    then: (reply) => expectStatus(reply, 200),
  });
  const { results } = await runOf(sound, broken);
  expect(results.find(({ id }) => id === 'GET-1')?.outcome).toBe('inconclusive');
});

test('a case that sends no request is inconclusive', async () => {
  const idle = scenario('GET-1', { when: async () => 1, then: () => expectThat(true, { expected: '', received: '' }) });
  const { results } = await runOf(sound, idle);
  expect(results.find(({ id }) => id === 'GET-1')?.outcome).toBe('inconclusive');
});
