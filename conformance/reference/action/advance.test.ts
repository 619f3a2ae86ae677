import { expect, test } from 'vitest';
import { asker } from '../ask.js';
import { createReference } from '../index.js';

const start = Date.parse('2026-01-01T00:00:00Z');
const body = { parameters: [{ name: 'IP', value: '192.0.2.1' }] };

async function world() {
  let now = start;
  const ask = await asker(createReference({ now: () => now, advanceAfter: 1000 }));
  const path = `/${(await ask('POST', '', { body })).body.id}`;
  return { ask, path, at: (later: number) => (now = start + later) };
}

test('an action takes one step each time, dated when it fell due', async () => {
  const { ask, path, at } = await world();
  at(999);
  expect((await ask('GET', path)).body.status).toBe('NotStarted');
  at(1300);
  expect((await ask('GET')).body.value[0].status).toBe('Running');
  at(9000);
  const { status, completedDateTime, lastActionDateTime, states } = (await ask('GET', path)).body;
  expect(status).toBe('Completed');
  expect(completedDateTime).toBe('2026-01-01T00:00:02.000Z');
  expect(lastActionDateTime).toBe(completedDateTime);
  expect(states.map((state: { status: string }) => state.status)).toEqual(['NotStarted', 'Running', 'Completed']);
});

test('it makes no difference whether somebody looked in between', async () => {
  const [watched, alone] = [await world(), await world()];
  for (const later of [500, 1000, 1500]) {
    watched.at(later);
    await watched.ask('GET', watched.path);
  }
  watched.at(5000);
  alone.at(5000);
  const { id: _, ...seen } = (await watched.ask('GET', watched.path)).body;
  expect((await alone.ask('GET', alone.path)).body).toMatchObject(seen);
});

test('an update or a cancel meets the action as it has become', async () => {
  const { ask, path, at } = await world();
  at(1100);
  expect((await ask('PATCH', path, { body: { status: 'NotStarted' } })).status).toBe(409);
  expect((await ask('PATCH', path, { body: { status: 'Failed' } })).status).toBe(200);
  at(9000);
  expect((await ask('GET', path)).body.status).toBe('Failed');
  const later = await world();
  later.at(2000);
  expect((await later.ask('POST', `${later.path}/cancelSecurityAction`)).status).toBe(204);
  expect((await later.ask('GET', later.path)).body.status).toBe('Completed');
});
