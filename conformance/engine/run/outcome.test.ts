import { expect, test } from 'vitest';
import { type Decision, merged } from './outcome.js';

const finding = { message: 'm', expected: 'e', received: 'r', row: '' };
const rows = {
  h: { outcome: 'held', judged: 2 },
  v: { outcome: 'violated', judged: 1, finding },
  u: { outcome: 'undecided', judged: 0, finding },
  p: { outcome: 'undecided', judged: 0, finding, refusedByPolicy: true },
  n: { outcome: 'not-applicable', judged: 0, finding },
} as const satisfies Record<string, Decision>;
const of = (letters: string) => merged([...letters].map((letter) => rows[letter as keyof typeof rows]));

test.each([
  ['', 'undecided'],
  ['h', 'held'],
  ['n', 'not-applicable'],
  ['nh', 'held'],
  ['hu', 'undecided'],
  ['nu', 'undecided'],
  ['huv', 'violated'],
  ['vn', 'violated'],
])('the rows "%s" come to %s', (letters, outcome) => expect(of(letters).outcome).toBe(outcome));

test('every judgement counts, and the findings are those of the outcome', () => {
  expect(of('hhvv')).toMatchObject({ judged: 6, findings: [finding, finding] });
  expect(of('huv').findings).toHaveLength(1);
  expect(of('hhn').findings).toEqual([]);
});

test('only when the policy alone left it open, it is refused by policy', () => {
  expect(of('pph')).toMatchObject({ outcome: 'undecided', refusedByPolicy: true });
  expect(of('pu')).not.toHaveProperty('refusedByPolicy');
  expect(of('pv')).not.toHaveProperty('refusedByPolicy');
  expect(of('')).not.toHaveProperty('refusedByPolicy');
});
