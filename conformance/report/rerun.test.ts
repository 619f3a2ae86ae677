import { expect, test } from 'vitest';
import type { InputFinding, Result } from '../engine/run/outcome.js';
import { rerunOf } from './rerun.js';

const rerun = (ids: readonly string[], seed: number, replay?: string) => [ids.join(','), seed, replay].join(' ');
const finding = (input: string, more: Partial<InputFinding> = {}): InputFinding => ({
  message: '',
  expected: '',
  received: '',
  input,
  ...more,
});
const result = (id: Result['id'], ...findings: readonly InputFinding[]): Result => ({
  id,
  level: 'MUST',
  basis: 'page',
  source: [],
  outcome: 'failed',
  reason: { kind: 'violation', detail: '' },
  findings,
  judged: 1,
});

test.each<[string, Result, string]>([
  ['a case', result('CREATE-16', finding('no `parameters`')), 'CREATE-16 7 '],
  ['a sequence', result('UPDATE-4', finding('a sequence of 2 steps', { replay: '0/1:2:F' })), 'UPDATE-4 7 0/1:2:F'],
  ['a rule, with the case that showed it', result('HTTP-1', finding('GET-2: a')), 'HTTP-1,GET-2 7 '],
  ['the audit, with everything that the run selected', result('GET-1', finding('audit')), ' 7 '],
  ['nothing in particular', result('HTTP-1'), 'HTTP-1 7 '],
])('the rerun command repeats a finding of %s', (_, one, expected) => {
  expect(rerunOf(one, 7, { rerun })).toBe(expected);
});
