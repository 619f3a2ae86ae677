import { expect, test } from 'vitest';
import { RateLimit } from './rate-limit.js';

test('requests keep their distance, whoever sends them, and an urgent one comes first', async () => {
  const limit = new RateLimit(() => performance.now(), { requests: 50, perMs: 1_000 });
  const sent: (readonly [name: string, at: number])[] = [];
  const send = async (name: string, urgent = false) => {
    await limit.turn(urgent);
    sent.push([name, performance.now()]);
  };
  await Promise.all([...Array.from({ length: 9 }, (_, index) => send(`worker ${index}`)), send('urgent', true)]);
  const gaps = sent.slice(1).map(([, at], index) => at - (sent[index]?.[1] ?? 0));
  // A callback may run late, and the next one then comes closer to it, but not all of them together.
  expect(sent.length).toBe(10);
  expect((sent.at(-1)?.[1] ?? 0) - (sent[0]?.[1] ?? 0)).toBeGreaterThanOrEqual(9 * 20);
  expect(Math.max(...gaps)).toBeGreaterThanOrEqual(20);
  expect(sent.map(([name]) => name).indexOf('urgent')).toBeLessThanOrEqual(1);
});

test('without a rate nothing waits', async () => {
  const limit = new RateLimit(() => 0);
  await Promise.all(Array.from({ length: 1_000 }, () => limit.turn()));
});
