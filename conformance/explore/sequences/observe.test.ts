import { expect, test } from 'vitest';
import { exchange } from '../../engine/testing.js';
import type { Action } from '../../engine/world/world.js';
import type { OperationStatus } from '../../model/lifecycle.js';
import { cancelled, seenAs } from '../../model/standing.js';
import { observe } from './observe.js';
import { type Cause, patched, type Tracked, trackedAs } from './tracked.js';

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

/** What is known of an action that was shown like this after a PATCH. */
function updated(before: Action, patch: Extract<Cause, { what: 'update' }>['patch']): Tracked {
  const tracked = trackedAs(before);
  const standings = patch.status ? seenAs(patch.status) : tracked.standings;
  return { ...tracked, standings, values: patched(tracked.values, patch), causes: [{ what: 'update', patch }] };
}

function caused(before: Action, ...causes: readonly Cause[]): Tracked {
  const tracked = trackedAs(before);
  const ending = causes.some(({ what }) => what === 'cancel');
  return { ...tracked, standings: ending ? cancelled(tracked.standings) : tracked.standings, causes };
}

const cancel: Cause = { what: 'cancel' };
const refused: Cause = { what: 'refused', id: 'ERROR-8' };
const found = (tracked: Tracked, shown: Action) => observe(tracked, shown, exchange({})).wrong.map(({ id }) => id);

test.each<readonly [string, Tracked, Action]>([
  ['nothing was done', trackedAs(started), started],
  ['a text was cleared', updated(started, { actionReason: null }), { ...started, actionReason: null }],
  ['a name came back in other letters', updated(started, { name: 'allowip' }), { ...started, name: 'AllowIp' }],
  ['a part of the vendor was sent', updated(started, { vendorInformation: { vendor: 'Example Security' } }), started],
  ['it was cancelled', caused(started, cancel), action(['NotStarted', 'Running', 'Failed'])],
  ['it was cancelled and has not ended yet', caused(started, cancel), started],
  ['a finished one was cancelled', caused(failed, cancel), failed],
  ['it was completed', updated(started, { status: 'Completed' }), action(['NotStarted', 'Running', 'Completed'])],
  ['a PATCH was refused', caused(started, refused), started],
])('what has to be is no discrepancy: %s', (_, tracked, shown) => {
  expect(found(tracked, shown)).toEqual([]);
});

const reason = { actionReason: 'second reason' };
const context = { clientContext: 'context two' };
const pairs = { parameters: [{ name: 'IP', value: '2001:db8::7' }] };
const other = { ...vendorInformation, subProvider: null };
const again = { lastActionDateTime: started.lastActionDateTime, status: 'Running' };

test.each<readonly [string, Tracked, Action, readonly string[]]>([
  ['a text changed by itself', trackedAs(started), { ...started, ...reason }, ['RESOURCE-18']],
  ['a new text did not come', updated(started, reason), started, ['UPDATE-4']],
  ['another text came', updated(started, reason), { ...started, ...reason, ...context }, ['UPDATE-5']],
  ['null did not clear', updated(started, { actionReason: null }), started, ['UPDATE-6']],
  ['other pairs than those sent', updated(started, pairs), { ...started, parameters: [] }, ['UPDATE-7']],
  [
    'a part of the vendor was lost',
    updated(started, { vendorInformation: { vendor: 'Example Security' } }),
    { ...started, vendorInformation: other },
    ['UPDATE-8'],
  ],
  ['a cancel changed a text', caused(started, cancel), { ...started, ...reason }, ['CANCEL-15']],
  ['a refused PATCH changed a text', caused(started, refused), { ...started, ...reason }, ['ERROR-8']],
  ['the latest is to blame', caused(started, refused, cancel), { ...started, ...reason }, ['CANCEL-15']],
  ['it went back', trackedAs(started), { ...started, status: 'NotStarted' }, ['LIFECYCLE-2', 'LIFECYCLE-6']],
  ['it began anew', trackedAs(failed), { ...failed, status: 'NotStarted' }, ['LIFECYCLE-3', 'LIFECYCLE-6']],
  ['a refused PATCH ended it', caused(started, refused), action(['NotStarted', 'Running', 'Failed']), ['LIFECYCLE-15']],
  ['a step did not come', updated(started, { status: 'Failed' }), started, ['LIFECYCLE-5']],
  ['a step left no entry', updated(started, { status: 'Failed' }), { ...started, status: 'Failed' }, ['LIFECYCLE-6']],
  ['the history was lost', trackedAs(started), action(['Running'], again), ['LIFECYCLE-7']],
  [
    'the present status made an entry',
    updated(started, { status: 'Running' }),
    action(['NotStarted', 'Running', 'Running']),
    ['LIFECYCLE-12'],
  ],
  [
    'the cancel of a finished action made an entry',
    caused(failed, cancel),
    action(['NotStarted', 'Failed', 'Failed'], { errorInfo: failed.errorInfo }),
    ['LIFECYCLE-14'],
  ],
  ['the error changed', caused(failed, cancel), { ...failed, errorInfo: null }, ['LIFECYCLE-14']],
  ['the creation moved', updated(started, {}), { ...started, createdDateTime: '2026-01-02T00:00:00Z' }, ['UPDATE-5']],
  [
    'the last change went back',
    trackedAs(started),
    { ...started, lastActionDateTime: started.createdDateTime },
    ['LIFECYCLE-10'],
  ],
])('%s', (_, tracked, shown, ids) => {
  expect(found(tracked, shown)).toEqual(ids);
});

test('a step that was unlawfully taken is told by the answer, and not once more by what it led to', () => {
  const back = action(['NotStarted', 'Running', 'NotStarted']);
  expect(found({ ...updated(started, { status: 'NotStarted' }), standings: [] }, back)).toEqual([]);
});

test('what the target may have done by itself is marked', () => {
  const [wrong] = observe(trackedAs(started), action(['NotStarted', 'Running', 'Completed']), exchange({})).wrong;
  expect(wrong).toMatchObject({ id: 'RESOURCE-18', unlessMoved: true });
});

test('a showing that nothing explains is taken for what is, so that it is told once', () => {
  const { tracked } = observe(trackedAs(started), { ...started, ...reason }, exchange({}));
  expect(found(tracked, { ...started, ...reason })).toEqual([]);
});
