import { expect, test } from 'vitest';
import { validateSecurityAction } from '../../../generated/validators.js';
import type { Exchange } from '../evidence/exchange.js';
import { expectSecurityAction, expectValid } from './contract-check.js';
import { countJudgements } from './judge.js';

const exchange = { request: { method: 'GET', url: 'http://target.example', headers: {} } } as Exchange;
const check = (value: unknown) =>
  countJudgements(() => expectValid(value, validateSecurityAction, '/value/0', exchange));

test('a valid value is one judgement without a finding', () => {
  expect(check({ id: 'a', status: 'Running', extra: [] })).toEqual({ judged: 1 });
});

test('the finding names the place, the expected and the received value', () => {
  expect(check({ id: 'a', status: 'cancelled' }).finding).toMatchObject({
    at: '/value/0/status',
    expected: 'one of ["NotStarted","Running","Completed","Failed"]',
    received: '"cancelled"',
  });
  expect(check({ name: 'x' }).finding).toMatchObject({
    at: '/value/0',
    expected: 'the member `id`',
    received: '["name"]',
  });
  expect(check({ id: 'a', parameters: [{ name: 7 }] }).finding).toMatchObject({
    at: '/value/0/parameters/0/name',
    received: '7',
  });
});

test('a value that is not an object is a finding', () => {
  for (const value of [null, undefined, 7, 'text', []]) expect(check(value).finding).toMatchObject({ at: '/value/0' });
});

test('the form of dates is no finding about an action, because another requirement judges it', () => {
  const checked = (action: object) => countJudgements(() => expectSecurityAction(action, '', exchange));
  const dates = { createdDateTime: '2026-01-01', states: [{ updatedDateTime: 'today' }] };
  expect(checked({ id: 'a', ...dates })).toEqual({ judged: 1 });
  expect(checked({ id: 'a', ...dates, completedDateTime: 5 }).finding).toMatchObject({ at: '/completedDateTime' });
  expect(checked({ id: 'a', states: [{ ...dates.states[0], user: 5 }] }).finding).toMatchObject({
    at: '/states/0/user',
  });
});
