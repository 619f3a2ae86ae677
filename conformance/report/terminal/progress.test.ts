import { expect, test } from 'vitest';
import { progressLine } from './progress.js';

const progress = { type: 'progress', done: 50, of: 200, case: 'CREATE-16' } as const;

test('the line shows the area, the time so far, an estimate of the rest, and the failures', () => {
  expect(progressLine({ ...progress, failed: 3 }, 2_000)).toBe(
    '50 of 200 inputs, CREATE, 2.0 s, about 6.0 s left for the inputs, 3 failures',
  );
  expect(progressLine({ ...progress, failed: 1 }, 2_000)).toMatch(/, 1 failure$/);
  expect(progressLine({ ...progress, failed: 0 }, 2_000)).not.toContain('failure');
});

test('there is no estimate from a few inputs', () => {
  expect(progressLine({ ...progress, done: 3 }, 100)).toBe('3 of 200 inputs, CREATE, 100 ms');
});

test('after the last input the line says what comes then', () => {
  expect(progressLine({ ...progress, done: 200 }, 8_000)).toBe('playing sequences and judging …, 8.0 s');
});
