import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { requirements } from '../generated/requirements.js';
import { idProblems } from './requirement-ids.js';

const file = 'scripts/requirement-ids.snapshot.json';
const snapshot: Record<string, number[]> = JSON.parse(
  readFileSync(new URL('./requirement-ids.snapshot.json', import.meta.url), 'utf8'),
);
const ids = Object.keys(requirements);

test('no id of the catalogue is removed, renumbered or reused', () => {
  expect(idProblems(ids, snapshot, file).join('\n')).toBe('');
});

const known = { GET: [1, 2], LIST: [1] };
const withIds = (...present: string[]) => idProblems(present, known, 'snapshot.json');

test('ids that match the snapshot cause no message', () => expect(withIds('GET-1', 'GET-2', 'LIST-1')).toEqual([]));

test.each([
  [['GET-1', 'LIST-1'], /^GET-2 is missing: .*untested/],
  [['GET-1', 'GET-2', 'GET-3', 'LIST-1'], /^GET-3 is new: add 3 to the end of GET in snapshot\.json/],
  [['GET-1', 'GET-2', 'GET-4', 'LIST-1'], /^GET-4 is new and skips a number: name it GET-3/],
  [['GET-1', 'GET-2', 'LIST-1', 'MORE-1'], /^MORE-1 is new: add 1 to the end of MORE/],
])('the catalogue %j causes a message with what to do', (present, sentence) => {
  expect(withIds(...present)).toEqual([expect.stringMatching(sentence)]);
});

test('a snapshot with a missing number causes a message', () => {
  expect(idProblems(['GET-1', 'GET-3'], { GET: [1, 3] }, 'snapshot.json')).toEqual([
    expect.stringMatching(/^GET-2 is missing from snapshot\.json/),
  ]);
});
