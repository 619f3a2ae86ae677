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

test.each([
  ['that has accepted nothing and names no time to wait', false, undefined, 20_000],
  ['that accepted requests before and names no time to wait', true, undefined, 30_000],
  ['that has accepted nothing and names none again and again', false, 0, 20_000],
  ['that accepted requests before and names none again and again', true, 0, 55_000],
  ['that accepted requests before and names a second again and again', true, 1_000, 55_000],
])('a target %s costs less than a minute', (_, hasAccepted, askedMs, limitMs) => {
  let now = 0;
  const until: number[] = [];
  const pace = new Pace(
    () => now,
    3_600_000,
    (one) => until.push(one.until.getTime() - Date.now()),
  );
  if (hasAccepted) pace.accepted();
  let waits = 0;
  while (pace.rejected('the target responds with 429', now, askedMs)) {
    now += until.splice(0).at(-1) ?? 0;
    expect(++waits).toBeLessThan(40);
  }
  expect(waits).toBeGreaterThan(5);
  expect(now).toBeLessThanOrEqual(limitMs);
});

test('requests find the pace of a target that accepts so many in a time, whoever sends them', async () => {
  const [perWindow, windowMs] = [10, 100];
  const pace = new Pace(
    () => performance.now(),
    3_600_000,
    () => undefined,
  );
  let [began, count, accepted, rejected] = [0, 0, 0, 0];
  const send = async () => {
    while (accepted < 60) {
      await pace.turn();
      const sentAt = performance.now();
      if (sentAt - began >= windowMs) [began, count] = [sentAt, 0];
      if (++count <= perWindow) {
        accepted += 1;
        pace.accepted();
      } else {
        rejected += 1;
        expect(pace.rejected('the target responds with 429', sentAt)).toBe(true);
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, send));
  expect(rejected).toBeGreaterThan(0);
  expect(rejected).toBeLessThan(accepted / 2);
});

test('when all patience is spent, requests no longer wait for the distance between them', async () => {
  let now = 0;
  const pace = new Pace(
    () => now,
    3_600_000,
    () => undefined,
  );
  while (pace.rejected('the target responds with 429', now)) now += 5_000;
  const began = performance.now();
  await Promise.all(Array.from({ length: 8 }, () => pace.turn()));
  expect(performance.now() - began).toBeLessThan(100);
});

test('requests that wait for their distance go when all patience is spent', async () => {
  let now = 0;
  const pace = new Pace(
    () => now,
    2_000,
    () => undefined,
  );
  for (; now < 1_500; now += 250) pace.rejected('the target responds with 429', now);
  now = 100_000;
  const began = performance.now();
  const turns = Promise.all(Array.from({ length: 30 }, () => pace.turn()));
  expect(pace.rejected('the target responds with 429', now)).toBe(false);
  await turns;
  expect(performance.now() - began).toBeLessThan(200);
});
