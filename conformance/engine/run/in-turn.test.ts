import { expect, test } from 'vitest';
import { createReference } from '../../reference/index.js';
import { scenario } from '../check.js';
import { expectEqual } from '../judge/expect.js';
import { quick, targetOf } from '../testing.js';
import { actionInTurn } from '../world/action-in-turn.js';
import { statusPatch, type World } from '../world/world.js';
import { Scheduler } from './scheduler.js';
import { Session } from './session/session.js';

interface Played {
  readonly input: string;
  readonly id: string;
}

/** Plays a case whose inputs use an action in turn, on the reference; returns the action of each attempt and the outcome of the case. */
async function playInTurn(
  inputs: readonly string[],
  when: (world: World, id: string, input: string, attempts: number) => Promise<string>,
  prepare: (world: World) => Promise<unknown> = async () => undefined,
) {
  const { fetch, tokens } = createReference();
  const played: Played[] = [];
  const ended: string[] = [];
  const check = scenario('GET-1', {
    inTurn: true,
    each: inputs,
    named: (input) => input,
    given: async (world) => {
      await prepare(world);
      return actionInTurn(world);
    },
    when: async (world, { id }, input) => {
      played.push({ input, id });
      const seen = await when(world, id, input, played.filter((one) => one.input === input).length);
      ended.push(input);
      return seen;
    },
    then: (seen) => expectEqual(seen, 'as expected', '/status'),
  });
  const session = new Session([check], targetOf(fetch, { tokens: await tokens.mintAll() }), quick({ concurrency: 8 }));
  await session.probe();
  const scheduler = new Scheduler(session, { wanted: () => true });
  await scheduler.playByCase(scheduler.jobs(scheduler.cases));
  const { outcome } = scheduler.result(check);
  await session.cleanUp();
  await session.close();
  return { played, ended, outcome, ids: played.map(({ id }) => id) };
}

const patched = async (world: World, id: string) => {
  await world.update(id, { actionReason: world.text('Changed') });
  return 'as expected';
};

test('inputs in turn are played one after the other, with one action', async () => {
  const { played, ended, outcome, ids } = await playInTurn(['a', 'b', 'c'], patched);
  expect(outcome).toBe('passed');
  expect(played.map(({ input }) => input)).toEqual(['a', 'b', 'c']);
  expect(ended).toEqual(['a', 'b', 'c']);
  expect(new Set(ids).size).toBe(1);
});

test('an action that an input ended is not left to the next one', async () => {
  const { outcome, ids } = await playInTurn(['ends it', 'b', 'c'], async (world, id, input) => {
    if (input === 'ends it') await world.update(id, statusPatch('Completed'));
    return patched(world, id);
  });
  expect(outcome).toBe('passed');
  expect(ids[1]).not.toBe(ids[0]);
  expect(ids[2]).toBe(ids[1]);
});

test('an input that does not pass with the action of another one is decided by an action of its own', async () => {
  const { played, outcome, ids } = await playInTurn(['a', 'b', 'c'], async (world, id, input, attempts) =>
    input === 'b' && attempts === 1 ? 'the trace of another input' : patched(world, id),
  );
  expect(outcome).toBe('passed');
  expect(played.map(({ input }) => input)).toEqual(['a', 'b', 'b', 'c']);
  expect(ids[1]).toBe(ids[0]);
  expect(ids[2]).not.toBe(ids[0]);
  // An input that was played again leaves nothing: the next one begins anew, too.
  expect([ids[0], ids[2]]).not.toContain(ids[3]);
});

test.each([
  ['a get', 0, (world: World, id: string) => world.get(id)],
  ['a get by another caller', 1, (world: World, id: string) => world.get(id, { as: 'reader' })],
  ['a get of another action', 1, async (world: World) => world.get((await world.action()).id)],
  ['a PATCH', 1, patched],
])('an input that begins after one that ended with %s reads the action %d times', async (_, times, last) => {
  const reads: number[] = [];
  const { outcome } = await playInTurn(['a', 'b'], async (world, id) => {
    reads.push(world.exchanges.filter(({ operation }) => operation === 'get').length);
    await patched(world, id);
    await last(world, id);
    return 'as expected';
  });
  expect(outcome).toBe('passed');
  expect(reads).toEqual([0, times]);
});

test('an input that takes what its own preparation left is played again once', async () => {
  const { played, outcome } = await playInTurn(
    ['a'],
    async () => 'wrong',
    (world) =>
      world.shared.once('control', async (world) =>
        world.shared.leave('unfinished', { id: (await world.action()).id }),
      ),
  );
  expect(outcome).toBe('failed');
  expect(played).toHaveLength(2);
});

test('an input that fails with an action of its own fails, and is played once', async () => {
  const { played, outcome } = await playInTurn(['a', 'b'], async (world, id, input) =>
    input === 'a' ? 'wrong' : patched(world, id),
  );
  expect(outcome).toBe('failed');
  expect(played.map(({ input }) => input)).toEqual(['a', 'b']);
  expect(new Set(played.map(({ id }) => id)).size).toBe(2);
});
