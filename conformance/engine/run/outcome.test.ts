import { expect, test } from 'vitest';
import { type Decision, merged } from './outcome.js';

const finding = { message: 'm', expected: 'e', received: 'r', input: '' };
const inputs = {
  h: { outcome: 'passed', judged: 2 },
  v: { outcome: 'failed', judged: 1, finding },
  u: { outcome: 'inconclusive', judged: 0, finding, kind: 'precondition' },
  p: { outcome: 'inconclusive', judged: 0, finding, kind: 'safety-policy' },
  n: { outcome: 'not-applicable', judged: 0, finding },
} as const satisfies Record<string, Decision>;
const of = (letters: string) => merged([...letters].map((letter) => inputs[letter as keyof typeof inputs]));

test.each([
  ['', 'inconclusive'],
  ['h', 'passed'],
  ['n', 'not-applicable'],
  ['nh', 'passed'],
  ['hu', 'inconclusive'],
  ['nu', 'inconclusive'],
  ['huv', 'failed'],
  ['vn', 'failed'],
])('the decisions "%s" merge to %s', (letters, outcome) => expect(of(letters).outcome).toBe(outcome));

test('judgements add up, and the findings are those of the deciding outcome', () => {
  expect(of('hhvv')).toMatchObject({ judged: 6, findings: [finding, finding] });
  expect(of('huv').findings).toHaveLength(1);
  expect(of('hhn').findings).toEqual([]);
});

test('the safety policy is the reason only when there is no other', () => {
  expect(of('pph')).toMatchObject({ outcome: 'inconclusive', kind: 'safety-policy' });
  expect(of('pu')).not.toMatchObject({ kind: 'safety-policy' });
  expect(of('pv')).not.toMatchObject({ kind: 'safety-policy' });
  expect(of('')).not.toMatchObject({ kind: 'safety-policy' });
});
