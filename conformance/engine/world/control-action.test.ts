import { expect, test } from 'vitest';
import { Inconclusive } from '../errors.js';
import { reply } from '../testing.js';
import { SystemClock } from './clock.js';
import { hasMoved, responseForNewAction, withControlAction } from './control-action.js';
import { Shared } from './shared.js';
import type { World } from './world.js';

/** What an input shares that prepares nothing. */
function sharing() {
  return new Shared(() => Promise.reject(new Error('nothing is prepared'))).of(new SystemClock(() => 0));
}

/** A world whose actions have moved by themselves, or not, at the next read. */
function world(moves: boolean) {
  let made = 0;
  const read = async (id: string) => ({ id, status: moves ? 'Running' : 'NotStarted' });
  const fake = { profile: { class: 'stateful' }, read, shared: sharing() } as unknown as World;
  const make = async () => ({ id: String(++made), status: 'NotStarted' });
  return { fake, make, made: () => made };
}

test('an expected outcome needs no repetition', async () => {
  const { fake, make, made } = world(true);
  const done = await withControlAction(fake, { make, act: async () => 200, expected: (seen) => seen === 200 });
  expect(done).toEqual({ action: { id: '1', status: 'NotStarted' }, seen: 200 });
  expect(made()).toBe(1);
});

test('an unexpected outcome counts when it is repeated and the control action does not move', async () => {
  const { fake, make } = world(false);
  const done = await withControlAction(fake, { make, act: async () => 409, expected: (seen) => seen === 200 });
  expect(done.seen).toBe(409);
});

test('an unexpected outcome that is not repeated does not count', async () => {
  const { fake, make } = world(true);
  let times = 0;
  const done = await withControlAction(fake, { make, act: async () => ++times, expected: (seen) => seen > 1 });
  expect(done.seen).toBe(2);
});

test('an unexpected outcome is inconclusive when the control action moves', async () => {
  const { fake, make } = world(true);
  const outcome = withControlAction(fake, { make, act: async () => 409, expected: (seen) => seen === 200 });
  await expect(outcome).rejects.toThrow(Inconclusive);
});

test('an unexpected outcome is inconclusive when the control action has another status', async () => {
  const { fake } = world(false);
  let made = 0;
  const make = async () => ({ id: String(++made), status: made % 2 === 0 ? 'NotStarted' : 'Running' });
  const outcome = withControlAction(fake, { make, act: async () => 409, expected: (seen) => seen === 200 });
  await expect(outcome).rejects.toThrow(Inconclusive);
});

test('a request that is rejected is repeated for another new action', async () => {
  const { fake, make, made } = world(false);
  const responses = [reply(409), reply(200)];
  const response = responseForNewAction(
    Object.assign(fake, { action: make }),
    async () => responses.shift() ?? reply(500),
  );
  expect((await response).status).toBe(200);
  expect(made()).toBe(3);
});

test('an action that a get shows unchanged is used again, and any other is not', async () => {
  const { fake, make, made } = world(false);
  const play = (after: object | undefined) =>
    withControlAction(fake, {
      make,
      act: async ({ id }) => (after ? reply(200, { id, status: 'NotStarted', ...after }) : undefined),
      expected: () => true,
      inTurn: { kind: 'new', read: (seen) => seen },
    });
  const used = async (after: object | undefined) => (await play(after)).action.id;
  expect([
    await used({}),
    await used({}),
    await used({ name: 'changed' }),
    await used(undefined),
    await used({}),
  ]).toEqual(['1', '1', '1', '2', '3']);
  expect(made()).toBe(3);
});

test('an unexpected outcome on an action that waited for its turn is tried on a new one', async () => {
  const { fake, make, made } = world(true);
  fake.shared.leave('new', { id: 'left', status: 'NotStarted' });
  const tried: string[] = [];
  const act = async ({ id }: { id: string }) => {
    tried.push(id);
    return reply(id === 'left' ? 500 : 400);
  };
  const done = await withControlAction(fake, {
    make,
    act,
    expected: ({ status }) => status === 400,
    inTurn: { kind: 'new', read: () => undefined },
  });
  expect(tried).toEqual(['left', '1']);
  expect([done.seen.status, made()]).toEqual([400, 1]);
});

test('an action has moved when a get shows a status that may follow', () => {
  const before = { id: '1', status: 'Running' };
  const moved = (status: unknown) => hasMoved(reply(200, { ...before, status }), before);
  expect(['Completed', 'Failed'].map(moved)).toEqual([true, true]);
  expect(['Running', 'NotStarted', 'Cancelled', null].map(moved)).toEqual([false, false, false, false]);
  expect(hasMoved(reply(404, { error: {} }), before)).toBe(false);
});
