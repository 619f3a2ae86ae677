import { expect, test } from 'vitest';
import { continues, historyOf, sameHistory } from './history.js';

const begun = { status: 'NotStarted', updatedDateTime: '2026-01-01T00:00:00Z', appId: null, user: null };
const running = { status: 'Running', updatedDateTime: '2026-01-01T00:00:01Z', appId: 'app', user: null };

test('a history that is null, absent or no array has no entries', () => {
  expect([{ states: null }, {}, { states: 'none' }].map(historyOf)).toEqual([[], [], []]);
});

test('an entry is the same in another writing: absent for null, another zone for the date, more members', () => {
  const written = { status: 'NotStarted', updatedDateTime: '2026-01-01T03:00:00.000+03:00', '@odata.type': 'x' };
  expect(sameHistory([begun], [written])).toBe(true);
});

test.each([
  ['longer', [begun, running], true],
  ['shorter', [], false],
  ['reordered', [running, begun], false],
  ['rewritten', [{ ...begun, appId: 'other' }, running], false],
  ['later', [{ ...begun, updatedDateTime: '2026-01-01T00:00:00.001Z' }], false],
])('a history that is %s continues the earlier one or not', (_, later, holds) => {
  expect(continues(later, [begun])).toBe(holds);
});
