import { expect, test } from 'vitest';
import { Inconclusive } from '../errors.js';
import { reply } from '../testing.js';
import { SystemClock } from './clock.js';
import { hasMoved, responseForNewAction, withControlAction } from './control-action.js';
import { Shared } from './shared.js';
import type { World } from './world.js';

/** A world whose actions have moved by themselves, or not, at the next read. */
function world(moves: boolean) {
  let made = 0;
  const read = async (id: string) => ({ id, status: moves ? 'Running' : 'NotStarted' });
  const fake = { profile: { class: 'stateful' }, read } as unknown as World;
  const shared = new Shared(async () => ({ world: fake }));
  Object.assign(fake, { shared: shared.of(new SystemClock(() => 0)) });
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

test('what is independent of progress counts when the control action has come as far', async () => {
  const { fake, make } = world(true);
  const act = async ({ id }: { id: string }) => reply(200, { id, status: 'Running' });
  const done = await withControlAction(fake, { make, act, expected: () => false, after: (seen) => seen });
  expect(done.moved).toBe(true);
});

test('an action that is further than the control action in every round is inconclusive', async () => {
  const { fake, make } = world(true);
  const act = async ({ id }: { id: string }) => reply(200, { id, status: 'Failed' });
  const outcome = withControlAction(fake, { make, act, expected: () => false, after: (seen) => seen });
  await expect(outcome).rejects.toMatchObject({ kind: 'precondition' });
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

/** Performs an operation on an action that inputs use together; `after` is what the get shows, `undefined` after an accepted request. */
function together({ fake, make }: ReturnType<typeof world>, after: object | undefined, expected = () => true) {
  return withControlAction(fake, {
    make,
    act: async ({ id }) => (after ? reply(200, { id, status: 'NotStarted', ...after }) : undefined),
    expected,
    together: { kind: 'new', read: (seen) => seen },
  });
}

test('inputs use one action together as long as a get shows it unchanged', async () => {
  const made = world(false);
  const used = async (after: object | undefined) => (await together(made, after)).action.id;
  expect(await Promise.all([used({}), used({})])).toEqual(['1', '1']);
  expect(await used({})).toBe('1');
  // The inputs that find it changed, or whose request was accepted, use one of their own.
  expect(await used({ name: 'changed' })).toBe('2');
  expect(await used({})).toBe('3');
  expect(await used(undefined)).toBe('4');
  expect(await used({})).toBe('5');
});

test('an unexpected outcome on an action that inputs use together is tried on another one', async () => {
  const made = world(true);
  let times = 0;
  const done = await together(made, {}, () => ++times > 1);
  expect([done.action.id, made.made(), times]).toEqual(['2', 2, 2]);
});

test('an action has moved when a get shows a status that may follow', () => {
  const before = { id: '1', status: 'Running' };
  const moved = (status: unknown) => hasMoved(reply(200, { ...before, status }), before);
  expect(['Completed', 'Failed'].map(moved)).toEqual([true, true]);
  expect(['Running', 'NotStarted', 'Cancelled', null].map(moved)).toEqual([false, false, false, false]);
  expect(hasMoved(reply(404, { error: {} }), before)).toBe(false);
});
