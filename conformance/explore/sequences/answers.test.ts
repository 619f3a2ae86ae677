import { expect, test } from 'vitest';
import { reply } from '../../engine/testing.js';
import type { OperationStatus } from '../../model/lifecycle.js';
import { cancelled, seenAs } from '../../model/standing.js';
import { heldCancel, heldUpdate, wrongRefusal } from './answers.js';
import { type Tracked, trackedAs } from './tracked.js';

const shownAs = (status: OperationStatus): Tracked => trackedAs({ id: 'an-id', status });

test.each<readonly [OperationStatus, object, number, readonly string[]]>([
  ['NotStarted', { status: 'Running' }, 200, []],
  ['NotStarted', { status: 'Running' }, 204, []],
  ['NotStarted', { status: 'Running' }, 409, ['LIFECYCLE-5']],
  ['Running', { status: 'NotStarted' }, 409, []],
  ['Running', { status: 'NotStarted' }, 200, ['LIFECYCLE-4']],
  ['Running', { status: 'Running' }, 409, ['LIFECYCLE-12']],
  ['Running', { actionReason: 'second reason' }, 200, []],
  ['Running', { actionReason: 'second reason' }, 409, ['UPDATE-1']],
  ['Failed', { actionReason: 'second reason' }, 200, []],
  ['Failed', { actionReason: 'second reason' }, 409, []],
  ['Failed', { status: 'Failed' }, 409, ['LIFECYCLE-12']],
  ['Failed', { status: 'Failed', errorInfo: { code: 500 } }, 409, []],
  ['Completed', { status: 'Failed' }, 200, ['LIFECYCLE-4']],
])('a PATCH of an action that is %s with %j, answered with %i', (status, patch, code, ids) => {
  expect(heldUpdate(shownAs(status), patch, reply(code)).wrong.map(({ id }) => id)).toEqual(ids);
});

test.each<readonly [OperationStatus, number, readonly string[]]>([
  ['Running', 204, []],
  ['Running', 409, ['CANCEL-1']],
  ['Failed', 204, []],
  ['Failed', 409, []],
  ['Failed', 404, ['CANCEL-13']],
])('a cancel of an action that is %s, answered with %i', (status, code, ids) => {
  expect(heldCancel(shownAs(status), reply(code)).wrong.map(({ id }) => id)).toEqual(ids);
});

test('after a cancel the action may have ended or not, so both answers to a step are lawful', () => {
  const ending = { ...shownAs('NotStarted'), standings: cancelled(seenAs('NotStarted')) };
  for (const code of [200, 409]) expect(heldUpdate(ending, { status: 'Running' }, reply(code)).wrong).toEqual([]);
});

test('what only the progress of the target explains is marked', () => {
  expect(heldUpdate(shownAs('NotStarted'), { status: 'Running' }, reply(409)).wrong).toMatchObject([
    { unlessMoved: true },
  ]);
  expect(heldUpdate(shownAs('Running'), { status: 'NotStarted' }, reply(200)).wrong).toMatchObject([
    { unlessMoved: false },
  ]);
});

test('what has to be refused is wrong where it was done, whatever the refusal says', () => {
  const refusal = { id: 'AUTH-8', statuses: [403] } as const;
  expect(wrongRefusal(refusal, reply(200))).toMatchObject([{ id: 'AUTH-8' }]);
  expect(wrongRefusal(refusal, reply(404))).toEqual([]);
});
