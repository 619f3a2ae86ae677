import { expect, test } from 'vitest';
import { ForeignAction, KitFault } from '../errors.js';
import { json, targetOf, url, worldOn } from '../testing.js';

/** A target with these ids that gives new actions the id `own` and records the writes it receives. */
function targetWith(known: Readonly<Record<string, number>>, created = 'own') {
  const writes: string[] = [];
  const world = worldOn(
    targetOf(({ method, url: to }) => {
      const path = new URL(to).pathname.replace('/beta/security/securityActions', '');
      if (method !== 'GET') writes.push(`${method} ${path}`);
      if (method === 'POST' && path === '') return json(201, { id: created });
      if (path === '') return json(200, { value: Object.keys(known).map((id) => ({ id })) });
      const id = decodeURIComponent(path.split('/')[1] ?? '');
      return json(id === created ? 200 : (known[id] ?? 404), { id });
    }),
  );
  return { world, writes };
}

test('a write to an action of this run needs no GET', async () => {
  const { world, writes } = targetWith({});
  await world.create(world.body());
  await world.update('own', { actionReason: 'mine' });
  await world.cancel('own');
  expect(writes).toEqual(['POST ', 'PATCH /own', 'POST /own/cancelSecurityAction']);
  expect(world.exchanges).toHaveLength(3);
});

test.each([200, 206, 400, 401, 403, 500])(
  'a write is not sent when a GET of the id responds with %i',
  async (status) => {
    const { world, writes } = targetWith({ '7': status });
    await expect(world.cancel('7')).rejects.toThrow(ForeignAction);
    await expect(world.update('7', { actionReason: 'whose' })).rejects.toThrow(/was not sent: this run did not create/);
    await expect(world.request('DELETE', '/security/securityActions/7')).rejects.toThrow(ForeignAction);
    await expect(world.request('PUT', '/security/SECURITYactions/7/', { body: {} })).rejects.toThrow(ForeignAction);
    await expect(world.request('POST', '/security/securityActions/%37/x.y')).rejects.toThrow(ForeignAction);
    expect(writes).toEqual([]);
  },
);

test('a write to an id that a GET reports as missing is sent, with a new GET before each write', async () => {
  const { world, writes } = targetWith({});
  await world.cancel('gone');
  await world.cancel('gone');
  expect(world.exchanges.map(({ request: { method } }) => method)).toEqual(['GET', 'POST', 'GET', 'POST']);
  expect(writes).toHaveLength(2);
});

test('an id in a body needs a GET like one in a path', async () => {
  const { world, writes } = targetWith({ '7': 200 });
  const body = { ...world.body(), ...{ id: '7' } };
  await expect(world.create(body)).rejects.toThrow(ForeignAction);
  await expect(world.create(undefined, { raw: '{"id":7}' })).rejects.toThrow(ForeignAction);
  expect(writes).toEqual([]);
});

test('an action that was listed before the first create stays foreign, even when a create responds with its id', async () => {
  const { world, writes } = targetWith({ '7': 200 }, '7');
  await world.list();
  await world.create(world.body());
  await expect(world.cancel('7')).rejects.toThrow(ForeignAction);
  expect(writes).toEqual(['POST ']);
});

test('a write that addresses neither the collection nor one action is a fault of the kit', async () => {
  const { world, writes } = targetWith({});
  for (const path of ['/security/securityActions', '/security', '/'])
    await expect(world.request('DELETE', path)).rejects.toThrow(KitFault);
  expect(writes).toEqual([]);
  expect(url).toBe('http://target.example/beta');
});
