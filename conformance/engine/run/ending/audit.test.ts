import { expect, test } from 'vitest';
import { brief } from '../../evidence/brief.js';
import { json, quick, targetOf, worldOn } from '../../testing.js';
import { type AuditKind, audit } from './audit.js';
import type { KnownAction } from './known-action.js';

type Shown = Readonly<Record<string, unknown>>;

const created: Shown = {
  id: 'a',
  status: 'NotStarted',
  createdDateTime: '2030-01-01T00:00:00Z',
  actionReason: 'x',
  states: [],
};

function knownAs(shown: Shown, parts: Partial<KnownAction> = {}): KnownAction {
  return {
    id: String(shown.id),
    shown,
    shownAt: 0,
    isCurrent: true,
    history: [],
    writtenAt: 0,
    ...parts,
  };
}

/** The requirements that the audit finds to fail when the target now shows these actions by id and in the list, and the ids it read. */
async function audited(
  known: readonly KnownAction[],
  now: readonly Shown[],
  listed: readonly Shown[] = now,
  kind?: AuditKind,
) {
  const read: string[] = [];
  const target = targetOf(({ url }) => {
    const id = /securityActions\/(.+)$/.exec(url)?.[1];
    if (id === undefined) return json(200, { value: listed });
    read.push(id);
    const action = now.find((one) => one.id === id);
    return action ? json(200, action) : json(404, { error: {} });
  });
  const world = worldOn(target, { options: quick() });
  const discoveries = await audit(world, known, { concurrency: 2, settleMs: 10, ...(kind && { kind }) });
  return { found: discoveries.map(({ id }) => id), read };
}

async function found(...of: Parameters<typeof audited>) {
  return (await audited(...of)).found;
}

test('an action that is as the run last saw it does not fail', async () => {
  expect(await found([knownAs(created, { latest: 'NotStarted' })], [created])).toEqual([]);
});

test('an action with a long id is compared as any other', async () => {
  const long = { ...created, id: 'a'.repeat(2_000) };
  const known = knownAs(long, { shown: brief(long) });
  expect(await found([known], [long])).toEqual([]);
  expect(await found([known], [{ ...long, actionReason: 'changed' }])).toEqual(['RESOURCE-18']);
});

const ids = ['a', 'b', 'c', 'd'];
const several = ids.map((id) => ({ ...created, id }));
const settled = several.map((shown) => knownAs(shown));

test('every action is read by id, whatever the list shows', async () => {
  const { found, read } = await audited(settled, several);
  expect({ found, read: read.toSorted() }).toEqual({ found: [], read: ids });
  const left = several.filter(({ id }) => id !== 'd');
  expect((await audited(settled, left, several)).found).toEqual(['GET-1']);
  expect((await audited(settled, several, left)).found).toEqual(['CREATE-10']);
});

test('an audit that is not patient reads again what differs, when it has settled', async () => {
  let reads = 0;
  const late = { ...created, clientContext: 'other' };
  const audited = async (isSettled: (read: number) => boolean) => {
    reads = 0;
    const target = targetOf(({ url }) => {
      if (!url.endsWith(`/${created.id}`)) return json(200, { value: [created] });
      reads += 1;
      return json(200, isSettled(reads) ? created : late);
    });
    const world = worldOn(target, { options: quick() });
    const known = [knownAs(created, { writtenAt: world.clock.now() })];
    const began = performance.now();
    const found = await audit(world, known, { concurrency: 2, settleMs: 40, kind: 'at once' });
    return { ids: found.map(({ id }) => id), ms: performance.now() - began };
  };
  expect((await audited(() => true)).ids).toEqual([]);
  expect(reads).toBe(1);
  const slow = await audited((read) => read > 1);
  expect(slow.ids).toEqual([]);
  expect(slow.ms).toBeGreaterThan(30);
  expect((await audited(() => false)).ids).toEqual(['RESOURCE-18']);
});

test('what is done with an action that differs is done after it was read again', async () => {
  let isDone = false;
  // What is done touches the action, so that it shows its last change and is right again.
  const target = targetOf(({ url }) =>
    url.endsWith(`/${created.id}`)
      ? json(200, isDone ? { ...created, lastActionDateTime: 'now' } : { ...created, actionReason: 'other' })
      : json(200, { value: [created] }),
  );
  const done = async () => {
    isDone = true;
  };
  const found = await audit(worldOn(target, { options: quick() }), [knownAs(created)], {
    concurrency: 2,
    settleMs: 10,
    done,
  });
  expect(found.map(({ id }) => id)).toEqual(['RESOURCE-18']);
  expect(isDone).toBe(true);
});

test('an audit of the list reads by id only what the list does not show', async () => {
  const auditedOfList = (listed: readonly Shown[], now = several) => audited(settled, now, listed, 'list');
  const left = several.filter(({ id }) => id !== 'd');
  expect(await auditedOfList(several)).toEqual({ found: [], read: [] });
  expect(await auditedOfList(left)).toEqual({ found: ['CREATE-10'], read: ['d'] });
  expect(await auditedOfList(left, left)).toEqual({ found: [], read: ['d'] });
});

test('a finished action that a second get shows as finished again has not started again', async () => {
  let reads = 0;
  const target = targetOf(({ url }) => {
    if (!/securityActions\/a$/.test(url)) return json(200, { value: [created] });
    reads += 1;
    return json(200, reads === 1 ? { ...failed, status: 'Running' } : failed);
  });
  const discoveries = await audit(worldOn(target, { options: quick() }), [knownAs(failed, final)], {
    concurrency: 2,
    settleMs: 10,
  });
  expect(discoveries.map(({ id }) => id)).not.toContain('LIFECYCLE-3');
  expect(reads).toBe(2);
});

test('progress of the target does not fail', async () => {
  const states = [{ status: 'Running', updatedDateTime: '2030-01-01T00:00:01Z' }];
  const running = { ...created, status: 'Running', lastActionDateTime: '2030-01-01T00:00:01Z', states };
  expect(await found([knownAs(created, { latest: 'NotStarted' })], [running])).toEqual([]);
});

test('after a write without a response, any value may be shown', async () => {
  expect(await found([knownAs(created, { isCurrent: false })], [{ ...created, actionReason: 'y' }])).toEqual([]);
});

const failed = {
  ...created,
  status: 'Failed',
  states: [{ status: 'Failed', updatedDateTime: '2030-01-01T00:00:01Z' }],
};
const unread = { final: 'Failed', latest: 'Failed', history: failed.states } as const;
const final = { ...unread, finalWasRead: true } as const;

test.each<[string, string, KnownAction, readonly Shown[]]>([
  ['GET-1', 'is gone', knownAs(created), []],
  ['RESOURCE-18', 'has another value', knownAs(created), [{ ...created, actionReason: 'y' }]],
  [
    'RESOURCE-18',
    'has another creation time',
    knownAs(created, { isCurrent: false }),
    [{ ...created, createdDateTime: '2031-01-01T00:00:00Z' }],
  ],
  ['LIFECYCLE-3', 'starts again', knownAs(failed, final), [{ ...failed, status: 'Running' }]],
  ['LIFECYCLE-3', 'ends in another way', knownAs(failed, final), [{ ...failed, status: 'Completed' }]],
  [
    'RESOURCE-18',
    'has not ended, although the response to a PATCH shows an end that no get showed',
    knownAs(failed, unread),
    [{ ...failed, status: 'Running' }],
  ],
  ['LIFECYCLE-2', 'goes back', knownAs(created, { latest: 'Running' }), [created]],
  ['LIFECYCLE-7', 'loses its history', knownAs(failed, final), [{ ...failed, states: [] }]],
])('%s fails for an action that %s', async (id, _, known, now) => {
  expect(await found([known], now)).toEqual([id]);
});

test('GET-2 fails for a get that shows another id', async () => {
  const target = targetOf(({ url }) =>
    /securityActions\/a$/.test(url) ? json(200, { ...created, id: 'A' }) : json(200, { value: [created] }),
  );
  const world = worldOn(target, { options: quick() });
  const discoveries = await audit(world, [knownAs(created)], { concurrency: 2, settleMs: 10 });
  expect(discoveries).toMatchObject([{ id: 'GET-2', finding: { expected: 'a', received: 'A', at: '/id' } }]);
});

test('CREATE-10 fails for an action that only a get shows', async () => {
  const other = { ...created, id: 'b' };
  expect(await found([knownAs(created), knownAs(other)], [created, other], [other])).toEqual(['CREATE-10']);
});

test('LIFECYCLE-13 fails for a cancelled action only if one that was cancelled later has ended', async () => {
  const late = { ...failed, id: 'b' };
  const missed = knownAs(created, { isCurrent: false, cancelledAt: 5 });
  const ended = knownAs(late, { isCurrent: false, cancelledAt: 6 });
  expect(await found([missed, ended], [created, late])).toEqual(['LIFECYCLE-13']);
  expect(await found([missed], [created])).toEqual([]);
  const writtenLater = { ...missed, writtenAt: 7 };
  expect(await found([writtenLater, ended], [created, late])).toEqual([]);
});

test('a second action with the text that only one create sent fails', async () => {
  const [first, second] = [
    { ...created, clientContext: 'one' },
    { ...created, id: 'b', clientContext: 'one' },
  ];
  const known = knownAs(first, { text: 'one' });
  expect(await found([known], [first, second])).toEqual(['SURFACE-1']);
  expect(await found([knownAs(first)], [first, second]), 'a text that several writes sent').toEqual([]);
  const older = { ...second, createdDateTime: '2029-12-31T23:59:59Z' };
  expect(await found([known], [first, older]), 'an action from before the run').toEqual([]);
  expect((await audited([known], [first, second], [first, second], 'list')).found).toEqual(['SURFACE-1']);
});
