import { expect, test } from 'vitest';
import type { Exchange } from '../../../engine/evidence/exchange.js';
import { exchangeOf } from '../../testing/values.js';
import { type SeenTransition, Transitions } from './transitions.js';

const statuses = ['NotStarted', 'Running', 'Completed'];
const allowed = new Set(['NotStarted Running', 'Running Completed']);

type Sent = readonly [sent: string, code: number, shown?: string | undefined, more?: Partial<Exchange>];

/** Exchanges about the action `1`, one after the other: what was sent, the status code, and the status in the response. */
function exchangesOf(all: readonly Sent[], from = 0): Exchange[] {
  return all.map(([sent, code, shown, more], index): Exchange => {
    const { request, ...exchange } = exchangeOf('');
    const operation = sent === 'get' || sent === 'cancel' || sent === 'create' ? sent : 'update';
    const body = operation === 'update' ? JSON.stringify({ status: sent }) : undefined;
    const method = { get: 'GET', create: 'POST', cancel: 'POST', update: 'PATCH' }[operation];
    const response = {
      status: code,
      headers: new Headers(),
      body: shown ? JSON.stringify({ id: '1', status: shown }) : '',
    };
    return {
      ...exchange,
      request: { ...request, method, body },
      operation,
      response,
      number: from + index,
      startedAt: from + index,
      endedAt: from + index + 1,
      ...more,
    };
  });
}

/** What is seen in worlds, one after the other, without what was not. */
function seenInWorlds(...worlds: readonly (readonly Sent[])[]) {
  const transitions = new Transitions(statuses, allowed);
  for (const [index, world] of worlds.entries()) transitions.add(exchangesOf(world, index * 100));
  const brief = ({ happened, ...others }: SeenTransition) =>
    Object.fromEntries(Object.entries({ ...happened, ...others }).filter(([, times]) => times > 0));
  return Object.fromEntries([...transitions.seen].map(([key, seen]) => [key, brief(seen)]));
}
const seenIn = (...all: readonly Sent[]) => seenInWorlds(all);
const running = ['get', 200, 'Running'] as const;

test('changes by a PATCH, by a cancel and by the target itself are counted on their own', () => {
  expect(seenIn(['create', 201, 'NotStarted'], ['Running', 200, 'Running'], ['get', 200, 'Completed'])).toEqual({
    'NotStarted Running': { client: 1, tried: 1 },
    'Running Completed': { server: 1 },
  });
  expect(seenIn(running, ['cancel', 204], ['get', 200, 'Completed'])).toEqual({ 'Running Completed': { cancel: 1 } });
  expect(seenIn(['get', 200, 'NotStarted'], ['Running', 204], ['get', 200, 'Running'])).toEqual({
    'NotStarted Running': { client: 1, tried: 1 },
  });
});

test('a change that takes effect later, or without a success, is one by its request', () => {
  expect(seenIn(running, ['Completed', 204], running, ['get', 200, 'Completed'])).toEqual({
    'Running Completed': { client: 1, ignored: 1, tried: 1 },
  });
  expect(seenIn(running, ['cancel', 204], running, ['get', 200, 'Completed'])).toEqual({
    'Running Completed': { cancel: 1 },
  });
  expect(seenIn(running, ['Completed', 204], running, ['cancel', 204], ['get', 200, 'Completed'])).toEqual({
    'Running Completed': { cancel: 1, ignored: 1, tried: 1 },
  });
  expect(seenIn(running, ['cancel', 204], ['NotStarted', 204], ['get', 200, 'Completed'])).toEqual({
    'Running NotStarted': { tried: 1 },
    'Running Completed': { cancel: 1 },
  });
  expect(seenIn(running, ['Completed', 500], ['get', 200, 'Completed'])).toEqual({
    'Running Completed': { client: 1, tried: 1 },
  });
  expect(seenIn(running, ['NotStarted', 409], ['get', 200, 'NotStarted'])).toEqual({
    'Running NotStarted': { client: 1, rejected: 1, tried: 1 },
  });
  expect(seenIn(running, ['Completed', 200, 'Completed', { caller: 'reader' }])).toEqual({
    'Running Completed': { client: 1 },
  });
});

test('a forbidden change counts as rejected at once, and an allowed one only if the action still has its status', () => {
  expect(seenIn(running, ['NotStarted', 409])).toEqual({ 'Running NotStarted': { rejected: 1, tried: 1 } });
  expect(seenIn(['get', 200, 'NotStarted'], ['Running', 409], ['get', 200, 'NotStarted'])).toEqual({
    'NotStarted Running': { rejected: 1, tried: 1 },
  });
  expect(seenIn(['get', 200, 'NotStarted'], ['Running', 409], ['get', 200, 'Completed'])).toEqual({
    'NotStarted Running': { tried: 1 },
    'NotStarted Completed': { server: 1 },
  });
});

test('a forbidden change that happened, and one that was accepted without a change, are seen', () => {
  expect(seenIn(['get', 200, 'Completed'], ['Running', 200, 'Running'])).toEqual({
    'Completed Running': { client: 1, tried: 1 },
  });
  expect(seenIn(running, ['NotStarted', 200, 'Running'])).toEqual({ 'Running NotStarted': { ignored: 1, tried: 1 } });
});

test('an action keeps its status from one world to the next, unless both used it at the same time', () => {
  expect(seenInWorlds([running], [['NotStarted', 409]])).toEqual({ 'Running NotStarted': { rejected: 1, tried: 1 } });
  expect(seenInWorlds([running], [['NotStarted', 409, undefined, { startedAt: 0.5 }]])).toEqual({});
});

test('the rejections of concurrent requests are seen, and nothing else of them', () => {
  const at = { startedAt: 1, endedAt: 9 };
  expect(
    seenIn(running, ['NotStarted', 409, undefined, at], ['Completed', 409, undefined, at], ['get', 200, 'Running', at]),
  ).toEqual({ 'Running NotStarted': { rejected: 1, tried: 1 }, 'Running Completed': { rejected: 1, tried: 1 } });
  expect(seenIn(running, ['Completed', 200, 'Completed', at], ['NotStarted', 409, undefined, at])).toEqual({});
});

test('nothing is concluded from other callers, deliberate defects and other errors', () => {
  expect(seenIn(running, ['NotStarted', 409, undefined, { caller: 'reader' }])).toEqual({});
  expect(seenIn(running, ['NotStarted', 400, undefined, { defect: 'a number as reason' }])).toEqual({});
  for (const status of [403, 500])
    expect(seenIn(running, ['NotStarted', status])).toEqual({ 'Running NotStarted': { tried: 1 } });
});
