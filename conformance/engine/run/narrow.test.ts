import { expect, test } from 'vitest';
import type { Check, Finder } from '../check.js';
import { completeOptions } from '../options.js';
import type { RequirementId } from '../requirement.js';
import { auditFor, narrowed } from './narrow.js';

const check = (id: RequirementId, ...foundBy: readonly Finder[]) => ({ kind: 'rule', id, foundBy }) as unknown as Check;
const checks = [
  check('CREATE-1'),
  check('CREATE-5', 'sequences', 'audit'),
  check('UPDATE-4', 'sequences'),
  check('UPDATE-5', 'sequences'),
  check('UPDATE-6', 'sequences'),
  check('GET-1', 'audit'),
];
const wanted = (ids: readonly RequirementId[]) => (id: RequirementId) => ids.includes(id);
const sequencesFor = (ids: readonly RequirementId[], options = {}) =>
  narrowed(completeOptions(options), checks, wanted(ids)).sequences;

test('a run plays as many sequences as requirements that sequences find are selected', () => {
  expect(sequencesFor(['CREATE-5', 'UPDATE-4', 'UPDATE-5', 'UPDATE-6'])).toBe(36);
  expect(sequencesFor(['UPDATE-4', 'UPDATE-5', 'CREATE-1'])).toBe(18);
  expect(sequencesFor(['UPDATE-4'])).toBe(9);
  expect(sequencesFor(['CREATE-1', 'GET-1'])).toBe(0);
});

test('sequences that are named are all played', () => {
  expect(sequencesFor(['CREATE-1'], { sequences: 60 })).toBe(60);
  expect(sequencesFor(['CREATE-1'], { replay: '0/1:2:F' })).toBe(36);
});

test('the audit is needed for what it finds, and waits when all of that is selected', () => {
  expect(auditFor(checks, wanted(['UPDATE-4']))).toBe('none');
  expect(auditFor(checks, wanted(['GET-1']))).toBe('at once');
  expect(auditFor(checks, wanted(['GET-1', 'CREATE-5']))).toBe('patient');
});

test('the audit reads only the list for what that shows', () => {
  expect(auditFor(checks, wanted(['CREATE-5']))).toBe('list');
  expect(auditFor(checks, wanted(['CREATE-1', 'CREATE-5']))).toBe('list');
});
