import { expect, test } from 'vitest';
import type { Exchange } from '../../engine/evidence/exchange.js';
import { RuleBook } from '../../engine/judge/rule-book.js';
import { collection, exchange } from '../../engine/testing.js';
import notBeforeCreated from './10-not-completed-before-created.rule.js';
import notCompleted from './19-unfinished-action-is-not-completed.rule.js';

const early = '2001-02-03T04:05:06Z';
const running = { id: '1', status: 'Running', createdDateTime: '2026-01-01T00:00:00Z', completedDateTime: early };
const path = `${collection}/1`;

function at(second: number, operation: Exchange['operation'], method: string, url: string, sent?: object) {
  const request = { method, url, headers: {}, ...(sent && { body: JSON.stringify(sent) }) };
  return (status: number, body?: object) =>
    exchange(
      { status, ...(body && { body }) },
      { operation, request, startedAt: second * 1_000, endedAt: second * 1_000 + 1 },
    );
}

const create = at(0, 'create', 'POST', collection, {})(201, { ...running, completedDateTime: null });
const get = at(2, 'get', 'GET', path)(200, running);

const patch = (status: number, sent: object, body?: object) => at(1, 'update', 'PATCH', path, sent)(status, body);

test.each<[string, Exchange | undefined, number, number]>([
  ['a create', undefined, 1, 1],
  ['an update of a text', patch(204, { actionReason: 'x' }), 1, 1],
  ['an update without content that sends the time', patch(204, { completedDateTime: early }), 0, 0],
  ['a rejected update that sends the time', patch(400, { completedDateTime: early, id: 7 }), 0, 0],
  ['an update that finishes the action', patch(200, { status: 'Failed' }, { ...running, status: 'Failed' }), 1, 0],
  ['a cancel', at(1, 'cancel', 'POST', `${path}/cancelSecurityAction`)(204), 1, 0],
])(
  'after %s, a get with an early completedDateTime fails RESOURCE-10 %i times and RESOURCE-19 %i times',
  (_, between, tooEarly, unfinished) => {
    const book = new RuleBook([notBeforeCreated, notCompleted]);
    book.read([create, ...(between ? [between] : []), get], 'x');
    expect(book.record(notBeforeCreated).violations).toBe(tooEarly);
    expect(book.record(notCompleted).violations).toBe(unfinished);
  },
);
