import { expect, test } from 'vitest';
import { cancelled, later, mayBeUnfinished, narrowed, type Standing, seenAs, updated } from './standing.js';

const names = (standings: readonly Standing[]) =>
  standings.map(({ status, ending }) => (ending ? `${status}, ending` : status)).sort();

test('an action that nobody touches stays as it is, unless the target moves it', () => {
  expect(names(later(seenAs('Running'), false))).toEqual(['Running']);
  expect(names(later(seenAs('Running'), true))).toEqual(['Completed', 'Failed', 'Running']);
  expect(names(later(seenAs('Failed'), true))).toEqual(['Failed']);
});

test('a cancel ends an unfinished action now or later, as it pleases the target', () => {
  const after = cancelled(seenAs('NotStarted'));
  expect(names(after)).toEqual(['NotStarted, ending']);
  expect(names(later(after, false))).toEqual(['Completed', 'Failed', 'NotStarted, ending']);
});

test('a cancel leaves a finished action as it is', () => {
  expect(cancelled(seenAs('Completed'))).toEqual(seenAs('Completed'));
});

test.each([
  ['NotStarted', 'Running', ['Running'], []],
  ['Running', 'Running', ['Running'], []],
  ['Running', 'NotStarted', [], ['Running']],
  ['Completed', 'Failed', [], ['Completed']],
  ['Running', undefined, ['Running'], []],
] as const)('a PATCH of %s to %s', (from, to, accepted, refused) => {
  const answered = updated(seenAs(from), to, false);
  expect(names(answered.accepted)).toEqual(accepted);
  expect(names(answered.refused)).toEqual(refused);
});

test('a PATCH of what else a finished action holds may be accepted or refused', () => {
  const { accepted, refused } = updated(seenAs('Failed'), undefined, true);
  expect([names(accepted), names(refused)]).toEqual([['Failed'], ['Failed']]);
});

test('a PATCH after a cancel that has not taken effect yet may come before or after it', () => {
  const { accepted, refused } = updated(later(cancelled(seenAs('NotStarted')), false), 'Running', false);
  expect(names(accepted)).toEqual(['Running, ending']);
  expect(names(refused)).toEqual(['Completed', 'Failed']);
});

test('what is seen narrows what may be', () => {
  const after = later(cancelled(seenAs('Running')), false);
  expect(names(narrowed(after, 'Failed'))).toEqual(['Failed']);
  expect(names(narrowed(after, 'NotStarted'))).toEqual([]);
  expect(mayBeUnfinished(after)).toBe(true);
  expect(mayBeUnfinished(narrowed(after, 'Completed'))).toBe(false);
});
