import { expect, test } from 'vitest';
import { exchange } from '../testing.js';
import { attachExchange, countJudgements, judge } from './judge.js';
import { Violation } from './violation.js';

const finding = { message: 'm', expected: 'e', received: 'r' };

test('judgements are counted up to the first that does not hold', () => {
  const found = countJudgements(() => {
    judge(true, () => finding);
    judge(false, () => finding);
    judge(true, () => finding);
  });
  expect(found).toEqual({ judged: 2, finding });
});

test('a judgement that holds does not build its finding', () => {
  const make = () => {
    throw new Error('made');
  };
  expect(countJudgements(() => judge(true, make))).toEqual({ judged: 1 });
});

test('errors other than a violation pass through', () => {
  const fail = () => {
    throw new TypeError('x');
  };
  expect(() => countJudgements(fail)).toThrow(TypeError);
  expect(() => judge(false, () => finding)).toThrow(Violation);
});

test('the exchange is attached to a finding that names none', () => {
  const [first, second] = [exchange({}, { number: 1 }), exchange({}, { number: 2 })];
  expect(attachExchange(finding, first).exchange?.number).toBe(1);
  expect(attachExchange({ ...finding, exchange: first }, second).exchange?.number).toBe(1);
  expect(attachExchange(finding, undefined)).toEqual(finding);
});
