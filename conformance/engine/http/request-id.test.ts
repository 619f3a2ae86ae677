import { expect, test } from 'vitest';
import { requirements } from '../requirement.js';
import { randomRunId, requestId, requestSource } from './request-id.js';

const requirementIds = Object.keys(requirements);
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/;

test('the id of a request is a GUID that says which input of which requirement sent it', () => {
  const run = randomRunId();
  const ids = requirementIds.map((id, index) => requestId({ run, label: `${id}/${index % 12}`, number: index + 1 }));
  for (const [index, id] of ids.entries()) {
    expect(id).toMatch(guid);
    expect(requestSource(id)).toEqual({ run, label: `${requirementIds[index]}/${index % 12}`, number: index + 1 });
  }
  expect(new Set(ids).size).toBe(requirementIds.length);
});

test.each([
  ['probe world', 'probe/0'],
  ['audit', 'audit/0'],
  ['clean-up', 'clean-up/0'],
  ['sequences/12/3', 'sequences/12'],
  ['CREATE-16/3/again 2', 'CREATE-16/3'],
  ['something else', 'other/0'],
])('requests of "%s" are those of %s', (label, expected) => {
  const id = requestId({ run: '0123456789ab', label, number: 412 });
  expect(id).toMatch(/^01234567-89ab-.*-000000000412$/);
  expect(requestSource(id)?.label).toBe(expected);
});

test('another GUID is not an id of the kit', () => {
  expect(requestSource('3f1b9a52-8e4d-4a0c-b7f6-5d2c9e8a1b34')).toBeUndefined();
});
