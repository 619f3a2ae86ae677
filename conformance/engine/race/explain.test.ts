import { expect, test } from 'vitest';
import { allClaims } from '../../model/action-model.js';
import type { Exchange } from '../evidence/exchange.js';
import { exchange } from '../testing.js';
import { explainMost } from './explain.js';
import { orderLines, timelineLines } from './timeline.js';

const before = { id: '1', status: 'NotStarted', actionReason: 'old', states: [{ status: 'NotStarted' }] };

function sent(operation: 'update' | 'get', reason: string, startedAt: number): Exchange {
  const body = operation === 'update' ? JSON.stringify({ actionReason: reason }) : undefined;
  const request = { method: operation === 'update' ? 'PATCH' : 'GET', url: '/1', headers: {}, ...(body && { body }) };
  return exchange(
    { body: { ...before, actionReason: reason } },
    { operation, request, startedAt, endedAt: startedAt + 10 },
  );
}

/** What is said of a round with these reads beside an update from `old` to `new`, the first of which begin before it. */
function said(...reasons: readonly string[]): readonly string[] {
  const requests = [...reasons.map((reason, at) => sent('get', reason, at * 20)), sent('update', 'new', 15)];
  const round = { before, requests, reads: [sent('get', 'new', 200)], lanes: new Map() };
  return orderLines(timelineLines(round), explainMost(round, allClaims));
}

test.each([
  ['no update sent', ['torn', 'new', 'new'], '4, the response to 4, 2, 3, 5', '1'],
  ['comes later', ['new', 'new', 'new'], '4, the response to 4, 2, 3, 5', '1'],
  ['was overwritten', ['old', 'new', 'old'], '1, 4, the response to 4, 2, 5', '3'],
])('one read that shows what %s does not hide that an order explains the others', (_, reads, order, unexplained) => {
  expect(said(...reads)).toEqual([`order that explains the most: ${order}`, `it does not explain: ${unexplained}`]);
});

test('of a round that several reads contradict, the order ends before them', () => {
  expect(said('old', 'torn', 'torn')).toEqual([
    'order that explains the most: 1, 4, the response to 4',
    'it does not explain: 2, 3, 5',
  ]);
});

test('an explained round is left as it is', () => {
  expect(said('old', 'new', 'new')).toEqual(['this order explains all of them: 1, 4, the response to 4, 2, 3, 5']);
});
