import { expect, test } from 'vitest';
import { createReference } from '../index.js';
import { createSend } from '../testing.js';

const start = Date.parse('2026-01-01T00:00:00Z');
const body = { parameters: [{ name: 'IP', value: '192.0.2.1' }] };

async function world() {
  let now = start;
  const send = await createSend(createReference({ now: () => now, advanceAfter: 1000 }));
  const path = `/${(await send('POST', '', { body })).body.id}`;
  return { send, path, at: (later: number) => (now = start + later) };
}

test('an action advances one status per interval, dated at the time when the step was due', async () => {
  const { send, path, at } = await world();
  at(999);
  expect((await send('GET', path)).body.status).toBe('NotStarted');
  at(1300);
  expect((await send('GET')).body.value[0].status).toBe('Running');
  at(9000);
  const { status, completedDateTime, lastActionDateTime, states } = (await send('GET', path)).body;
  expect(status).toBe('Completed');
  expect(completedDateTime).toBe('2026-01-01T00:00:02.000Z');
  expect(lastActionDateTime).toBe(completedDateTime);
  expect(states.map((state: { status: string }) => state.status)).toEqual(['NotStarted', 'Running', 'Completed']);
});

test('reading an action in between makes no difference', async () => {
  const [polled, unread] = [await world(), await world()];
  for (const later of [500, 1000, 1500]) {
    polled.at(later);
    await polled.send('GET', polled.path);
  }
  polled.at(5000);
  unread.at(5000);
  const { id: _, ...seen } = (await polled.send('GET', polled.path)).body;
  expect((await unread.send('GET', unread.path)).body).toMatchObject(seen);
});

test('an update and a cancel see the status that the action has reached by itself', async () => {
  const { send, path, at } = await world();
  at(1100);
  expect((await send('PATCH', path, { body: { status: 'NotStarted' } })).status).toBe(409);
  expect((await send('PATCH', path, { body: { status: 'Failed' } })).status).toBe(200);
  at(9000);
  expect((await send('GET', path)).body.status).toBe('Failed');
  const later = await world();
  later.at(2000);
  expect((await later.send('POST', `${later.path}/cancelSecurityAction`)).status).toBe(204);
  expect((await later.send('GET', later.path)).body.status).toBe('Completed');
});
