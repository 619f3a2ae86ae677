import { expect, test } from 'vitest';
import type { Level } from '../../../generated/requirements.js';
import { type Outcome, outcomes, type Result } from './outcome.js';
import { exitCodes, tally, verdict } from './verdict.js';

const levels: readonly Level[] = ['MUST', 'SHOULD', 'MAY'];
const result = (level: Level, outcome: Outcome, refusedByPolicy?: true): Result => ({
  id: 'GET-1',
  level,
  basis: 'page',
  source: [],
  outcome,
  why: '',
  findings: [],
  judged: 1,
  ...(refusedByPolicy && { refusedByPolicy }),
});

const musts: Partial<Record<Outcome, { verdict: string; exitCode: number }>> = {
  violated: { verdict: 'violations', exitCode: 1 },
  undecided: { verdict: 'undecided', exitCode: 2 },
};
const conformant = { verdict: 'conformant', exitCode: 0 };

test.each(levels.flatMap((level) => outcomes.map((outcome) => ({ level, outcome }))))(
  'a $level that is $outcome, among others that are held',
  ({ level, outcome }) => {
    const others = levels.map((one) => result(one, 'held'));
    const expected = level === 'MUST' ? (musts[outcome] ?? conformant) : conformant;
    expect(verdict([...others, result(level, outcome)])).toEqual(expected);
    expect(verdict([result(level, outcome), ...others])).toEqual(expected);
  },
);

test('a violation weighs more than what is undecided', () => {
  expect(verdict([result('MUST', 'undecided'), result('MUST', 'violated')]).exitCode).toBe(1);
});

test('77 only where the policy alone left every open MUST undecided', () => {
  const refused = result('MUST', 'undecided', true);
  expect(verdict([refused, result('MUST', 'held')])).toEqual({ verdict: 'undecided', exitCode: 77 });
  expect(verdict([refused, result('MUST', 'undecided')]).exitCode).toBe(2);
  expect(verdict([refused, result('MUST', 'violated')]).exitCode).toBe(1);
  expect(verdict([result('SHOULD', 'undecided', true)]).exitCode).toBe(0);
});

test('the tally counts each result once', () => {
  const all = levels.flatMap((level) => outcomes.map((outcome) => result(level, outcome)));
  const counted = tally([...all, result('MUST', 'held')]);
  expect(counted.MUST).toEqual({ held: 2, violated: 1, undecided: 1, 'not-applicable': 1, deselected: 1 });
  expect(counted.MAY).toEqual({ held: 1, violated: 1, undecided: 1, 'not-applicable': 1, deselected: 1 });
});

test('the exit codes are the published ones', () => {
  expect(exitCodes).toEqual({
    conformant: 0,
    violations: 1,
    undecided: 2,
    usage: 64,
    nothingSelected: 66,
    unreachable: 69,
    kitFault: 70,
    refusedByPolicy: 77,
    interrupted: 130,
  });
});
