import { expect, test } from 'vitest';
import { exchange, reply } from '../../engine/testing.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { Action } from '../../engine/world/world.js';
import type { OperationStatus } from '../../model/lifecycle.js';
import type { PriorRequest } from './requirements.js';
import { checkResponse } from './responses.js';
import { checkShown } from './shown.js';
import { createdAction, type TrackedAction, trackedAction } from './tracked-action.js';

const vendorInformation = { vendor: 'Example Security', provider: 'Example Provider', subProvider: 'one' };

/** An action with this history. */
function action(states: readonly OperationStatus[], parts: object = {}): Action {
  return {
    id: 'an-id',
    name: 'BlockIp',
    actionReason: 'first reason',
    clientContext: 'context one',
    parameters: [{ name: 'IP', value: '192.0.2.7' }],
    vendorInformation,
    createdDateTime: '2026-01-01T00:00:00Z',
    lastActionDateTime: `2026-01-01T00:00:0${states.length}Z`,
    status: states.at(-1),
    states: states.map((status, index) => ({ status, updatedDateTime: `2026-01-01T00:00:0${index}Z` })),
    ...parts,
  };
}

const started = action(['NotStarted', 'Running']);
const failed = action(['NotStarted', 'Failed'], { errorInfo: { code: 2, message: 'cancelled', subcode: 0 } });

/** What is known of an action that was shown like this, after a PATCH was accepted. */
function updated(before: Action, patch: Extract<PriorRequest, { what: 'update' }>['patch']): TrackedAction {
  const tracked = trackedAction(before);
  const { states } = checkResponse(tracked, { what: 'update', patch }, reply(200));
  return { ...tracked, states, since: [{ what: 'update', patch }] };
}

function after(before: Action, ...since: readonly PriorRequest[]): TrackedAction {
  const tracked = trackedAction(before);
  const cancelled = since.some(({ what }) => what === 'cancel');
  return { ...tracked, states: cancelled ? checkResponse(tracked, cancel, reply(204)).states : tracked.states, since };
}

const cancel = { what: 'cancel' } as const;
const rejected: PriorRequest = { what: 'rejected', id: 'ERROR-8' };
const found = (tracked: TrackedAction, shown: Action) =>
  checkShown(tracked, shown, exchange({})).wrong.map(({ id }) => id);

test.each<readonly [string, TrackedAction, Action]>([
  ['no request was sent', trackedAction(started), started],
  ['a string was cleared', updated(started, { actionReason: null }), { ...started, actionReason: null }],
  ['a name has another case', updated(started, { name: 'allowip' }), { ...started, name: 'AllowIp' }],
  ['a part of the vendor was sent', updated(started, { vendorInformation: { vendor: 'Example Security' } }), started],
  ['it was cancelled', after(started, cancel), action(['NotStarted', 'Running', 'Failed'])],
  ['it was cancelled and has not ended', after(started, cancel), started],
  ['it was cancelled after its end', after(failed, cancel), failed],
  ['it was completed', updated(started, { status: 'Completed' }), action(['NotStarted', 'Running', 'Completed'])],
  ['a PATCH was rejected', after(started, rejected), started],
])('no discrepancy: %s', (_, tracked, shown) => {
  expect(found(tracked, shown)).toEqual([]);
});

const reason = { actionReason: 'second reason' };
const context = { clientContext: 'context two' };
const pairs = { parameters: [{ name: 'IP', value: '2001:db8::7' }] };
const other = { ...vendorInformation, subProvider: null };
const again = { lastActionDateTime: started.lastActionDateTime, status: 'Running' };

test.each<readonly [string, TrackedAction, Action, readonly string[]]>([
  ['a string changed without a request', trackedAction(started), { ...started, ...reason }, ['RESOURCE-18']],
  ['a new string is not shown', updated(started, reason), started, ['UPDATE-4']],
  ['a PATCH changed another string', updated(started, reason), { ...started, ...reason, ...context }, ['UPDATE-5']],
  ['null did not clear', updated(started, { actionReason: null }), started, ['UPDATE-6']],
  ['the pairs are not those that were sent', updated(started, pairs), { ...started, parameters: [] }, ['UPDATE-7']],
  [
    'a part of the vendor was lost',
    updated(started, { vendorInformation: { vendor: 'Example Security' } }),
    { ...started, vendorInformation: other },
    ['UPDATE-8'],
  ],
  ['a cancel changed a string', after(started, cancel), { ...started, ...reason }, ['CANCEL-15']],
  ['a rejected PATCH changed a string', after(started, rejected), { ...started, ...reason }, ['ERROR-8']],
  ['the latest request counts', after(started, rejected, cancel), { ...started, ...reason }, ['CANCEL-15']],
  ['it went backwards', trackedAction(started), { ...started, status: 'NotStarted' }, ['LIFECYCLE-2', 'LIFECYCLE-6']],
  [
    'a second read shows a status from before its end',
    trackedAction(failed),
    { ...failed, status: 'NotStarted' },
    ['LIFECYCLE-2', 'LIFECYCLE-6'],
  ],
  [
    'a second read shows the other end',
    trackedAction(failed),
    { ...failed, status: 'Completed' },
    ['LIFECYCLE-3', 'LIFECYCLE-6'],
  ],
  [
    'a cancel restarted it after its end',
    after(failed, cancel),
    { ...failed, status: 'NotStarted' },
    ['LIFECYCLE-14', 'LIFECYCLE-6'],
  ],
  [
    'a rejected PATCH ended it',
    after(started, rejected),
    action(['NotStarted', 'Running', 'Failed']),
    ['LIFECYCLE-15'],
  ],
  ['a status change did not take effect', updated(started, { status: 'Failed' }), started, ['LIFECYCLE-5']],
  [
    'a status change before a cancel did not take effect',
    {
      ...updated(action(['NotStarted']), { status: 'Running' }),
      since: [{ what: 'update', patch: { status: 'Running' } }, cancel],
    },
    action(['NotStarted']),
    ['LIFECYCLE-5'],
  ],
  [
    'a status change left no entry',
    updated(started, { status: 'Failed' }),
    { ...started, status: 'Failed' },
    ['LIFECYCLE-6'],
  ],
  ['the history was lost', trackedAction(started), action(['Running'], again), ['LIFECYCLE-7']],
  [
    'setting the current status added an entry',
    updated(started, { status: 'Running' }),
    action(['NotStarted', 'Running', 'Running']),
    ['LIFECYCLE-12'],
  ],
  [
    'the cancel of a finished action added an entry',
    after(failed, cancel),
    action(['NotStarted', 'Failed', 'Failed'], { errorInfo: failed.errorInfo }),
    ['LIFECYCLE-14'],
  ],
  ['the error changed', after(failed, cancel), { ...failed, errorInfo: null }, ['LIFECYCLE-14']],
  [
    'the time of creation changed',
    updated(started, {}),
    { ...started, createdDateTime: '2026-01-02T00:00:00Z' },
    ['UPDATE-5'],
  ],
  [
    'the time of the last change went backwards',
    trackedAction(started),
    { ...started, lastActionDateTime: started.createdDateTime },
    ['LIFECYCLE-10'],
  ],
])('%s', (_, tracked, shown, ids) => {
  expect(found(tracked, shown)).toEqual(ids);
});

test.each<readonly [string, Action, readonly string[]]>([
  ['the values that were sent', started, []],
  ['another string', { ...started, ...reason }, ['CREATE-11']],
  ['a name in another case', { ...started, name: 'blockip' }, []],
  ['other pairs', { ...started, ...pairs }, ['CREATE-12']],
  ['another vendor', { ...started, vendorInformation: other }, ['CREATE-14']],
])('a new action with %s', (_, shown, ids) => {
  const { name, actionReason, parameters } = started;
  const body = { name, actionReason, clientContext: null, parameters, vendorInformation } as WritableBody;
  expect(found(createdAction(body, shown), shown)).toEqual(ids);
});

test.each<readonly [string, TrackedAction, string]>([
  ['a PATCH', updated(started, { name: 'AllowIp' }), 'AllowIp'],
  ['a create', createdAction({ name: 'AllowIp', parameters: [] }, started), 'AllowIp'],
  ['an earlier response', trackedAction(started), 'BlockIp'],
])('a wrong name is reported with the one of %s, in its case', (_, tracked, expected) => {
  const { wrong } = checkShown(tracked, { ...started, name: 'BlockUrl' }, exchange({}));
  const name = { expected: `"${expected}"`, received: '"BlockUrl"' };
  expect(wrong.filter(({ at }) => at === '/name')).toMatchObject([name]);
});

test('a forbidden transition that was accepted is reported once, by the response to the PATCH', () => {
  const back = action(['NotStarted', 'Running', 'NotStarted']);
  expect(found(updated(started, { status: 'NotStarted' }), back)).toEqual([]);
  expect(found(updated(started, { status: 'NotStarted' }), started)).toEqual([]);
});

test('a status that the target may have set by itself is marked', () => {
  const [wrong] = checkShown(
    trackedAction(started),
    action(['NotStarted', 'Running', 'Completed']),
    exchange({}),
  ).wrong;
  expect(wrong).toMatchObject({ id: 'RESOURCE-18', unlessMoved: true });
});

test('a wrong value is reported once, and assumed from then on', () => {
  const { tracked } = checkShown(trackedAction(started), { ...started, ...reason }, exchange({}));
  expect(found(tracked, { ...started, ...reason })).toEqual([]);
});

test('a PATCH that leaves the final status of a cancel fails LIFECYCLE-4 alone', () => {
  const since: readonly PriorRequest[] = [{ what: 'cancel' }, { what: 'update', patch: { status: 'NotStarted' } }];
  const reopened = action(['NotStarted', 'Failed', 'NotStarted']);
  const { wrong } = checkShown(after(action(['NotStarted']), ...since), reopened, exchange({ body: reopened }));
  expect(wrong.map(({ id }) => id)).toEqual(['LIFECYCLE-4']);
});

test('a PATCH that leaves the earlier pairs although it sends one of them has not ignored the collection', () => {
  const before = action(['NotStarted'], { parameters: [{ name: 'IP', value: '192.0.2.8' }] });
  const pairs = [
    { name: 'IP', value: '192.0.2.7' },
    { name: 'IP', value: '192.0.2.8' },
  ];
  const { wrong } = checkShown(updated(before, { parameters: pairs }), before, exchange({ body: before }));
  expect(wrong.map(({ id }) => id)).toEqual(['UPDATE-7']);
});
