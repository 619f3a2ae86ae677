import { expect, test } from 'vitest';
import { type Decision, merged } from './outcome.js';

const finding = { message: 'm', expected: 'e', received: 'r', input: '' };
const inputs = {
  h: { outcome: 'passed', judged: 2 },
  v: { outcome: 'failed', judged: 1, finding },
  u: { outcome: 'inconclusive', judged: 0, finding },
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
])('the inputs "%s" come to %s', (letters, outcome) => expect(of(letters).outcome).toBe(outcome));

test('every judgement counts, and the findings are those of the outcome', () => {
  expect(of('hhvv')).toMatchObject({ judged: 6, findings: [finding, finding] });
  expect(of('huv').findings).toHaveLength(1);
  expect(of('hhn').findings).toEqual([]);
});

test('only when the policy alone left it open, it is refused by policy', () => {
  expect(of('pph')).toMatchObject({ outcome: 'inconclusive', kind: 'safety-policy' });
  expect(of('pu')).not.toMatchObject({ kind: 'safety-policy' });
  expect(of('pv')).not.toMatchObject({ kind: 'safety-policy' });
  expect(of('')).not.toMatchObject({ kind: 'safety-policy' });
});
