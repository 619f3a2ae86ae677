import { expect, test } from 'vitest';
import { reply } from '../../engine/testing.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { OperationStatus } from '../../model/lifecycle.js';
import { checkResponse, wrongSuccess } from './responses.js';
import { type TrackedAction, trackedAction } from './tracked-action.js';

const cancel = { what: 'cancel' } as const;
const update = (patch: WritableBody) => ({ what: 'update', patch }) as const;
const shownAs = (status: OperationStatus): TrackedAction => trackedAction({ id: 'an-id', status });

test.each<readonly [OperationStatus, WritableBody, number, readonly string[]]>([
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
  ['Failed', { status: 'Failed', errorInfo: { code: 500, subcode: 0 } }, 409, []],
  ['Completed', { status: 'Failed' }, 200, ['LIFECYCLE-4']],
])('a PATCH of a %s action with %j and a response of %i', (status, patch, code, ids) => {
  expect(checkResponse(shownAs(status), update(patch), reply(code)).wrong.map(({ id }) => id)).toEqual(ids);
});

test.each<readonly [OperationStatus, number, readonly string[]]>([
  ['Running', 204, []],
  ['Running', 409, ['CANCEL-1']],
  ['Failed', 204, []],
  ['Failed', 409, []],
  ['Failed', 404, ['CANCEL-13']],
])('a cancel of a %s action with a response of %i', (status, code, ids) => {
  expect(checkResponse(shownAs(status), cancel, reply(code)).wrong.map(({ id }) => id)).toEqual(ids);
});

test('after a cancel the action may have ended or not, so a status change may be accepted or rejected', () => {
  const ending = { ...shownAs('NotStarted'), states: checkResponse(shownAs('NotStarted'), cancel, reply(204)).states };
  for (const code of [200, 409])
    expect(checkResponse(ending, update({ status: 'Running' }), reply(code)).wrong).toEqual([]);
});

test('a discrepancy that progress of the target would explain is marked', () => {
  expect(checkResponse(shownAs('NotStarted'), update({ status: 'Running' }), reply(409)).wrong).toMatchObject([
    { unlessMoved: true },
  ]);
  expect(checkResponse(shownAs('Running'), update({ status: 'NotStarted' }), reply(200)).wrong).toMatchObject([
    { unlessMoved: false },
  ]);
});

test('a request that has to be rejected is wrong when it succeeds, and any rejection is right', () => {
  const rejection = { id: 'AUTH-8', expected: 'status 403' } as const;
  expect(wrongSuccess(rejection, reply(200))).toMatchObject([{ id: 'AUTH-8' }]);
  expect(wrongSuccess(rejection, reply(404))).toEqual([]);
});
