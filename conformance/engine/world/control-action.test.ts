import { expect, test } from 'vitest';
import { Inconclusive } from '../errors.js';
import { reply } from '../testing.js';
import { answerOnNew, hasMoved, withControlAction } from './control-action.js';
import type { World } from './world.js';

/** A world of actions that move by themselves, or not, whenever they are read again. */
function world(moves: boolean) {
  let made = 0;
  const read = async (id: string) => ({ id, status: moves ? 'Running' : 'NotStarted' });
  const fake = { profile: { class: 'stateful' }, read } as unknown as World;
  const make = async () => ({ id: String(++made), status: 'NotStarted' });
  return { fake, make, made: () => made };
}

test('an outcome as expected is taken at once', async () => {
  const { fake, make, made } = world(true);
  const done = await withControlAction(fake, { make, act: async () => 200, expected: (seen) => seen === 200 });
  expect(done).toEqual({ action: { id: '1', status: 'NotStarted' }, seen: 200 });
  expect(made()).toBe(1);
});

test('an outcome that comes back while untouched actions stay is the target’s doing', async () => {
  const { fake, make } = world(false);
  const done = await withControlAction(fake, { make, act: async () => 409, expected: (seen) => seen === 200 });
  expect(done.seen).toBe(409);
});

test('an outcome that comes once may have been due to the target’s own progress', async () => {
  const { fake, make } = world(true);
  let times = 0;
  const done = await withControlAction(fake, { make, act: async () => ++times, expected: (seen) => seen > 1 });
  expect(done.seen).toBe(2);
});

test('nothing can be said of a target that moves actions by itself', async () => {
  const { fake, make } = world(true);
  const deed = withControlAction(fake, { make, act: async () => 409, expected: (seen) => seen === 200 });
  await expect(deed).rejects.toThrow(Inconclusive);
});

test('an older action that stays where it is says nothing of one in another status', async () => {
  const { fake } = world(false);
  let made = 0;
  const make = async () => ({ id: String(++made), status: made % 2 === 0 ? 'NotStarted' : 'Running' });
  const deed = withControlAction(fake, { make, act: async () => 409, expected: (seen) => seen === 200 });
  await expect(deed).rejects.toThrow(Inconclusive);
});

test('a new action is asked again where the answer is a refusal', async () => {
  const { fake, make, made } = world(false);
  const answers = [reply(409), reply(200)];
  const asked = answerOnNew(Object.assign(fake, { action: make }), async () => answers.shift() ?? reply(500));
  expect((await asked).status).toBe(200);
  expect(made()).toBe(3);
});

test('an action has moved when a get shows a status that may follow', () => {
  const before = { id: '1', status: 'Running' };
  const moved = (status: unknown) => hasMoved(reply(200, { ...before, status }), before);
  expect(['Completed', 'Failed'].map(moved)).toEqual([true, true]);
  expect(['Running', 'NotStarted', 'Cancelled', null].map(moved)).toEqual([false, false, false, false]);
  expect(hasMoved(reply(404, { error: {} }), before)).toBe(false);
});
