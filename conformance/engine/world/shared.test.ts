import { expect, test } from 'vitest';
import { Violation } from '../judge/violation.js';
import { always, exchange, targetOf, worldOn } from '../testing.js';
import { type Clock, SystemClock } from './clock.js';
import { Shared } from './shared.js';

/** What inputs share, and the names of what was prepared. */
function sharing() {
  const names: string[] = [];
  const shared = new Shared(async (name) => {
    names.push(name);
    return { world: worldOn(targetOf(always(200))) };
  });
  return { names, input: (clock: Clock = new SystemClock(() => 0)) => shared.of(clock) };
}

test('what inputs share is made once, also by inputs that ask at the same time', async () => {
  const { names, input } = sharing();
  let made = 0;
  const make = async () => ++made;
  const [one, other, last] = [input(), input(), input()];
  expect(await Promise.all([one.once('a', make), other.once('a', make)])).toEqual([1, 1]);
  expect(await last.once('a', make)).toBe(1);
  expect(await last.once('b', make)).toBe(2);
  expect(names).toEqual(['a', 'b']);
  expect(last.used).toHaveLength(2);
  expect(one.used).toEqual(other.used);
});

test('what could not be made is made again for the next input, in another world', async () => {
  const { names, input } = sharing();
  await expect(input().once('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await input().once('a', async () => 1)).toBe(1);
  expect(names).toEqual(['a', 'a/again 1']);
});

test('an input that gets recorded times gets the recorded preparations and actions', async () => {
  const { names, input } = sharing();
  const recorded = ['a/again 1', '{"id":"1"}', 'null'];
  const clock = Object.assign(new SystemClock(() => 0), { learned: () => recorded.shift() ?? '' });
  const later = input(clock);
  expect(await later.once('a', async () => 1)).toBe(1);
  expect(names).toEqual(['a/again 1']);
  expect([later.take('new'), later.take('new')]).toEqual([{ id: '1' }, undefined]);
});

test('a preparation that an input ends is made again for the next one, and only once', async () => {
  const { names, input } = sharing();
  let made = 0;
  const inputs = [input(), input()];
  const use = (one = input()) => one.once('a', async () => ++made);
  expect([await use(inputs[0]), await use(inputs[1])]).toEqual([1, 1]);
  inputs[0]?.end('a');
  expect(await use()).toBe(2);
  // The other input used the first one, which is over already.
  inputs[1]?.end('a');
  expect(await use()).toBe(2);
  expect(names).toEqual(['a', 'a/again 1']);
});

test('a preparation that meets a violation is inconclusive, with its last exchange', async () => {
  const { input } = sharing();
  const last = exchange({ status: 404 });
  const failing = input().once('a', async (world) => {
    world.exchanges.push(exchange({}), last);
    throw new Violation({ message: 'no action', expected: '200', received: '404' });
  });
  await expect(failing).rejects.toMatchObject({ name: 'Inconclusive', message: 'no action', exchange: last });
});

test('an action is used by one input at a time', () => {
  const shared = sharing().input();
  expect(shared.take('new')).toBeUndefined();
  shared.leave('new', 'a');
  expect(shared.take('finished')).toBeUndefined();
  expect(shared.take('new')).toBe('a');
  expect(shared.take('new')).toBeUndefined();
});
