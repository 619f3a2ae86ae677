import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Place, Room } from './room.js';

/** Asks for a place for each name; returns those that have one, in their order. */
function asking(room: Room, names: string) {
  const entered = new Map<string, Place>();
  for (const name of names) void room.enter().then((place) => entered.set(name, place));
  return {
    place: (name: string) => entered.get(name) as Place,
    names: async () => {
      await setImmediate();
      return [...entered.keys()].join('');
    },
  };
}

test('everybody enters while little is held', async () => {
  expect(await asking(new Room(10), 'abcd').names()).toBe('abcd');
});

test('while too much is held, one plays at a time, in the order in which they asked', async () => {
  const room = new Room(10);
  const first = asking(room, 'ab');
  await first.names();
  first.place('a').add(11);
  const { names, place } = asking(room, 'cde');
  expect(await names()).toBe('');
  first.place('b').leave();
  expect(await names(), 'a still holds too much').toBe('');
  first.place('a').leave();
  expect(await names()).toBe('cde');
  place('c').leave();
});

test('what is prepared for a world never waits, and counts until it is dropped', async () => {
  const room = new Room(10);
  const part = room.part();
  part.add(11);
  const { names, place } = asking(room, 'abc');
  expect(await names(), 'one always plays').toBe('a');
  place('a').leave();
  place('a').leave();
  expect(await names(), 'leaving twice counts once').toBe('ab');
  part.leave();
  place('b').leave();
  expect(await names()).toBe('abc');
  room.part();
});
