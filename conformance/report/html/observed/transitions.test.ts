import { expect, test } from 'vitest';
import type { Exchange } from '../../../engine/evidence/exchange.js';
import { exchangeOf } from '../../testing/values.js';
import { Transitions } from './transitions.js';

const statuses = ['NotStarted', 'Running', 'Completed'];
const allowed = new Set(['NotStarted Running', 'Running Completed']);

/** Exchanges about the action `1`, one after the other: what was sent, the status code, and the status in the response. */
function seenIn(
  ...all: readonly (readonly [sent: string, code: number, shown?: string | undefined, more?: Partial<Exchange>])[]
) {
  const transitions = new Transitions(statuses, allowed);
  const exchanges = all.map(([sent, code, shown, more], index): Exchange => {
    const { request, ...exchange } = exchangeOf('');
    const operation = sent === 'get' || sent === 'cancel' || sent === 'create' ? sent : 'update';
    const body = operation === 'update' ? JSON.stringify({ status: sent }) : undefined;
    const response = {
      status: code,
      headers: new Headers(),
      body: shown ? JSON.stringify({ id: '1', status: shown }) : '',
    };
    return {
      ...exchange,
      request: { ...request, body },
      operation,
      response,
      number: index,
      startedAt: index,
      endedAt: index + 1,
      ...more,
    };
  });
  transitions.add(exchanges);
  return Object.fromEntries(transitions.seen);
}
const happened = { client: 0, cancel: 0, server: 0 };

test('changes by a PATCH, by a cancel and by the target itself are counted on their own', () => {
  expect(seenIn(['create', 201, 'NotStarted'], ['Running', 200, 'Running'], ['get', 200, 'Completed'])).toEqual({
    'NotStarted Running': { happened: { ...happened, client: 1 }, rejected: 0 },
    'Running Completed': { happened: { ...happened, server: 1 }, rejected: 0 },
  });
  expect(seenIn(['get', 200, 'Running'], ['cancel', 204], ['get', 200, 'Completed'])).toEqual({
    'Running Completed': { happened: { ...happened, cancel: 1 }, rejected: 0 },
  });
  expect(seenIn(['get', 200, 'NotStarted'], ['Running', 204], ['get', 200, 'Running'])).toEqual({
    'NotStarted Running': { happened: { ...happened, client: 1 }, rejected: 0 },
  });
});

test('a forbidden change counts as rejected at once, and an allowed one only if the action still has its status', () => {
  expect(seenIn(['get', 200, 'Running'], ['NotStarted', 409])).toEqual({
    'Running NotStarted': { happened, rejected: 1 },
  });
  expect(seenIn(['get', 200, 'NotStarted'], ['Running', 409], ['get', 200, 'NotStarted'])).toEqual({
    'NotStarted Running': { happened, rejected: 1 },
  });
  expect(seenIn(['get', 200, 'NotStarted'], ['Running', 409], ['get', 200, 'Completed'])).toEqual({
    'NotStarted Completed': { happened: { ...happened, server: 1 }, rejected: 0 },
  });
});

test('a forbidden change that happened is seen', () => {
  expect(seenIn(['get', 200, 'Completed'], ['Running', 200, 'Running'])).toEqual({
    'Completed Running': { happened: { ...happened, client: 1 }, rejected: 0 },
  });
});

test('nothing is concluded from other callers, deliberate defects, concurrent requests and other errors', () => {
  const running = ['get', 200, 'Running'] as const;
  expect(seenIn(running, ['NotStarted', 409, undefined, { caller: 'reader' }])).toEqual({});
  expect(seenIn(running, ['NotStarted', 400, undefined, { defect: 'a number as reason' }])).toEqual({});
  expect(seenIn(running, ['NotStarted', 500])).toEqual({});
  expect(seenIn(running, ['Completed', 200, 'Completed', { endedAt: 9 }], ['get', 200, 'Running'])).toEqual({});
  expect(seenIn(running, ['NotStarted', 200, 'Running'])).toEqual({});
});
