import { expect, test } from 'vitest';
import { exchange, reply } from '../testing.js';
import {
  expectEntity,
  expectEqual,
  expectHeader,
  expectNoBody,
  expectNoServerError,
  expectOneOf,
  expectRejection,
  expectStatus,
  expectSuccess,
  expectThat,
  expectUnchanged,
} from './expect.js';
import { countJudgements } from './judge.js';

/** The place of a violation, if any. Each expectation must judge, or a case could pass without evidence. */
function found(act: () => void): string | undefined {
  const { judged, finding } = countJudgements(act);
  expect(judged).toBeGreaterThan(0);
  if (!finding) return undefined;
  expect([finding.message, finding.expected, finding.received]).not.toContain('');
  return finding.at;
}

const form = { pattern: /^\d+$/, says: 'a number' };
const action = { id: '1', name: 'a', status: 'Running', states: [{ status: 'Running' }] };

test.each<[string, () => void]>([
  ['one of several statuses', () => expectStatus(reply(204), 200, 204)],
  ['422 where 400 counts', () => expectRejection(reply(422), 400)],
  ['a success', () => expectSuccess(reply(299))],
  ['501', () => expectNoServerError(reply(501))],
  ['an entity', () => expectEntity(reply(200, action))],
  ['an entity with another status', () => expectEntity(reply(201, action))],
  ['a header', () => expectHeader(reply(200, {}, { 'X-Own': '5' }), 'x-own', form)],
  ['no body', () => expectNoBody(reply(204))],
  ['members in another order', () => expectEqual({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 }, '')],
  ['one of several values', () => expectOneOf(null, ['a', null], '')],
  ['null for an absent member', () => expectUnchanged(reply(200, { ...action, actionReason: null }), action)],
  [
    'a changed member that the server owns',
    () => expectUnchanged(reply(200, { ...action, lastActionDateTime: 'later' }), action),
  ],
  [
    'a changed member that is an exception',
    () => expectUnchanged(reply(200, { ...action, status: 'Failed' }), action, ['status']),
  ],
])('the expectation holds: %s', (_, act) => expect(found(act)).toBeUndefined());

test.each<[string, () => void, string]>([
  ['another status', () => expectStatus(reply(200), 201, 204), 'status'],
  ['422 where 400 does not count', () => expectRejection(reply(422), 401), 'status'],
  ['200 for a rejection', () => expectRejection(reply(200), 400, 404), 'status'],
  ['a redirect for a success', () => expectSuccess(reply(302)), 'status'],
  ['500', () => expectNoServerError(reply(500)), 'status'],
  ['no body for an entity', () => expectEntity(reply(200)), '/id'],
  ['a list for an entity', () => expectEntity(reply(200, [action])), '/id'],
  ['an empty id', () => expectEntity(reply(200, { id: '' })), '/id'],
  ['no header', () => expectHeader(reply(200), 'X-Own'), 'header x-own'],
  ['a header of another form', () => expectHeader(reply(200, {}, { 'x-own': 'five' }), 'X-Own', form), 'header x-own'],
  ['a body', () => expectNoBody(reply(200, {})), ''],
  ['elements in another order', () => expectEqual([1, 2], [2, 1], '/x'), '/x'],
  ['null and absent', () => expectEqual({ a: null }, {}, '/x'), '/x'],
  ['1 and "1"', () => expectEqual(1, '1', '/x'), '/x'],
  ['none of several values', () => expectOneOf('A', ['a'], '/x'), '/x'],
  ['a condition', () => expectThat(false, { expected: 'more', received: 5, at: '/x' }), '/x'],
  ['a changed member', () => expectUnchanged(reply(200, { ...action, name: 'b' }), action), '/name'],
  ['a lost member', () => expectUnchanged(reply(200, { id: '1', status: 'Running', states: [] }), action), '/name'],
  [
    'a further entry',
    () => expectUnchanged(reply(200, { ...action, states: [...action.states, {}] }), action),
    '/states',
  ],
])('the expectation fails: %s', (_, act, at) => expect(found(act)).toBe(at));

test('the finding has the expected and received value, shortened when it is long', () => {
  const { finding } = countJudgements(() => expectEqual('x'.repeat(5_000), { a: 1 }, '/x', exchange({})));
  expect(finding?.expected).toBe('{"a":1}');
  expect(finding?.received).toMatch(/^"xxx.*\(5002 characters\)/);
  expect(finding?.received.length).toBeLessThan(500);
  expect(finding?.message.length).toBeLessThan(200);
  expect(finding?.exchange).toBeDefined();
});

test.each<[string, () => void]>([
  ['`/status`: expected "Running", received "Failed"', () => expectEqual('Failed', 'Running', '/status')],
  ['`/name`: expected null, received no value', () => expectEqual(undefined, null, '/name')],
  ['the body: expected [2], received [1]', () => expectEqual([1], [2], '')],
  ['the x-own header: expected "b", received "a"', () => expectEqual('a', 'b', 'header x-own')],
  ['the status code: expected one of 200, 404, received 302', () => expectOneOf(302, [200, 404], 'status')],
  ['GET: expected status 200, received status 500', () => expectEntity(reply(500))],
  ['GET: expected a 2xx status, received status 302', () => expectSuccess(reply(302))],
  ['GET: expected a status below 500 (501 is tolerated), received status 500', () => expectNoServerError(reply(500))],
  [
    'GET: expected a securityAction with an id, received status 200 with {"id":""}',
    () => expectEntity(reply(200, { id: '' })),
  ],
  ['GET: expected the X-Own header, received none', () => expectHeader(reply(200), 'X-Own')],
  ['GET: expected the X-Own header with a number, received none', () => expectHeader(reply(200), 'X-Own', form)],
  [
    'GET: expected the X-Own header with a number, received "five"',
    () => expectHeader(reply(200, {}, { 'x-own': 'five' }), 'X-Own', form),
  ],
  ['GET: expected an empty body, received "{}"', () => expectNoBody(reply(200, {}))],
  [
    '`/x`: expected an integer, received 0.5',
    () => expectThat(false, { expected: 'an integer', received: 0.5, at: '/x' }),
  ],
  ['`/id`: expected a text, received ""', () => expectThat(false, { expected: 'a text', received: '', at: '/id' })],
  ['GET: expected status 200, 400 or 422, received status 500', () => expectStatus(reply(500), 200, 400, 422)],
  [
    'expected status 201 or 400, received status 500',
    () => expectThat(false, { expected: 'status 201 or 400', received: 'status 500', at: 'status' }),
  ],
])('the message is: %s', (message, act) => expect(countJudgements(act).finding?.message).toBe(message));
