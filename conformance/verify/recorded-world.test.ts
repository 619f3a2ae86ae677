import { expect, test } from 'vitest';
import { EventOrder } from './event-order.js';
import { RecordedWorld } from './recorded-world.js';

test('what happens in worlds that play at the same time has the order of the recorded times', async () => {
  const order = new EventOrder();
  const seen: string[] = [];
  const sleepUntil = (time: number, name: string) =>
    new RecordedWorld({ exchanges: [], played: { readings: [time] } }, () => undefined, {}, order).clock
      .sleep(1)
      .then(() => seen.push(name));
  await Promise.all([sleepUntil(20, 'an input'), sleepUntil(10, 'what it shares')]);
  expect(seen).toEqual(['what it shares', 'an input']);
});
