import { expect, test } from 'vitest';
import { recordExchange } from '../evidence/recorded-exchange.js';
import { Secrets } from '../http/secrets/secrets.js';
import { exchange } from '../testing.js';
import { attachExchange, countJudgements, judge } from './judge.js';
import { type Finding, Violation } from './violation.js';

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

test('a finding has no secret in any text when it is attached to a recorded exchange', () => {
  const token = 'opaque/token+0123456789-0123456789-abcdef==';
  const secrets = new Secrets(new Map([[token, 'SECURITY_ACTIONS_TOKEN']]));
  const leaking: Finding = {
    message: token,
    expected: encodeURIComponent(token),
    received: JSON.stringify(token),
    at: `header ${token}`,
    counterexample: ['1. list', token],
    diagram: `<svg>${token}</svg>`,
  };
  const attached = attachExchange(leaking, recordExchange(exchange({ body: { echo: token } }), secrets));
  expect(JSON.stringify(attached)).not.toContain('0123456789');
  expect(attached).toMatchObject({ message: '$SECURITY_ACTIONS_TOKEN' });
});
