import { expect, test } from 'vitest';
import { Pace, type Waiting } from './pace.js';

/** Rejects requests in a row, each sent after the wait before it; returns the waits in milliseconds. */
function waits(rejections: number, askedMs: number | undefined): readonly number[] {
  let now = 0;
  const announced: Waiting[] = [];
  const pace = new Pace(
    () => now,
    3_600_000,
    (one) => announced.push(one),
  );
  pace.accepted();
  return Array.from({ length: rejections }, () => {
    const before = announced.length;
    const began = Date.now();
    pace.rejected('the target responds with 429', now, askedMs);
    const until = announced[before]?.until.getTime() ?? began;
    const ms = Math.max(0, until - began);
    now += ms;
    return ms;
  });
}

test('a target that asks for no wait and goes on rejecting gets fewer and fewer requests', () => {
  const all = waits(14, 0);
  expect(all.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 0));
  expect(all[9]).toBeGreaterThanOrEqual(50);
  expect(all[13]).toBeGreaterThanOrEqual(800);
});

test('a wait that the target asks for is kept', () => {
  for (const ms of waits(5, 300)) expect(ms).toBeGreaterThanOrEqual(299);
});
