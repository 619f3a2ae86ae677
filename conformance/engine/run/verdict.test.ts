import { expect, test } from 'vitest';
import { type Level, levels } from '../../../generated/requirements.js';
import { type Outcome, outcomes, type Result } from './outcome.js';
import { exitCodes, tally, verdict } from './verdict.js';

const result = (level: Level, outcome: Outcome, blockedByPolicy?: true): Result => ({
  id: 'GET-1',
  level,
  basis: 'page',
  source: [],
  outcome,
  reason: { kind: blockedByPolicy ? 'safety-policy' : 'precondition', detail: '' },
  findings: [],
  judged: 1,
});

const musts: Partial<Record<Outcome, { verdict: string; exitCode: number }>> = {
  failed: { verdict: 'failures', exitCode: 1 },
  inconclusive: { verdict: 'inconclusive', exitCode: 2 },
};
const conformant = { verdict: 'conformant', exitCode: 0 };

test.each(levels.flatMap((level) => outcomes.map((outcome) => ({ level, outcome }))))(
  'a $level that is $outcome, among others that passed',
  ({ level, outcome }) => {
    const others = levels.map((one) => result(one, 'passed'));
    const expected = level === 'MUST' ? (musts[outcome] ?? conformant) : conformant;
    expect(verdict([...others, result(level, outcome)])).toEqual(expected);
    expect(verdict([result(level, outcome), ...others])).toEqual(expected);
  },
);

test('a failed MUST outweighs an inconclusive one', () => {
  expect(verdict([result('MUST', 'inconclusive'), result('MUST', 'failed')]).exitCode).toBe(1);
});

test('the exit code is 77 only when the safety policy is the reason of every inconclusive MUST', () => {
  const blocked = result('MUST', 'inconclusive', true);
  expect(verdict([blocked, result('MUST', 'passed')])).toEqual({ verdict: 'inconclusive', exitCode: 77 });
  expect(verdict([blocked, result('MUST', 'inconclusive')]).exitCode).toBe(2);
  expect(verdict([blocked, result('MUST', 'failed')]).exitCode).toBe(1);
  expect(verdict([result('SHOULD', 'inconclusive', true)]).exitCode).toBe(0);
});

test('the tally counts each result once', () => {
  const all = levels.flatMap((level) => outcomes.map((outcome) => result(level, outcome)));
  const counted = tally([...all, result('MUST', 'passed')]);
  expect(counted.MUST).toEqual({ passed: 2, failed: 1, inconclusive: 1, 'not-applicable': 1, 'not-selected': 1 });
  expect(counted.MAY).toEqual({ passed: 1, failed: 1, inconclusive: 1, 'not-applicable': 1, 'not-selected': 1 });
});

test('the exit codes are the published ones', () => {
  expect(exitCodes).toEqual({
    conformant: 0,
    failures: 1,
    inconclusive: 2,
    staleBaseline: 3,
    usage: 64,
    nothingSelected: 66,
    unreachable: 69,
    kitFault: 70,
    blockedByPolicy: 77,
    interrupted: 130,
  });
});
