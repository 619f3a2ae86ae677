import { expect, test } from 'vitest';
import { createReference } from '../../reference/index.js';
import { Inconclusive } from '../errors.js';
import type { ReceivedResponse } from '../evidence/exchange.js';
import { readReply } from '../evidence/reply.js';
import { always, collection, json, quick, reply, targetOf, worldOn } from '../testing.js';
import type { TargetClass } from './profile.js';
import { elementsOf, statusPatch } from './world.js';

async function onReference(options = {}) {
  const reference = createReference(options);
  const tokens = await reference.tokens.mintAll();
  return worldOn(targetOf(reference.fetch, { tokens }), {
    profile: { features: { ...worldOn(targetOf(always(200))).profile.features, update: { offered: true, how: '' } } },
  });
}

test('without support for PATCH a final action is made by a cancel', async () => {
  const reference = await onReference();
  const without = worldOn(targetOf(createReference().fetch), {});
  expect((await reference.finalAction()).status).toBe('Completed');
  expect(without.profile.features.update.offered).toBe(false);
  const { tokens, fetch } = createReference();
  const withoutUpdate = worldOn(targetOf(fetch, { tokens: await tokens.mintAll() }));
  expect((await withoutUpdate.finalAction()).status).toBe('Failed');
  expect(withoutUpdate.exchanges.some(({ operation }) => operation === 'update')).toBe(false);
});

test.each(['NotStarted', 'Running', 'Completed', 'Failed'] as const)('an action is brought to %s', async (status) => {
  const world = await onReference();
  const { id } = await world.action({ status });
  expect((await world.read(id)).status).toBe(status);
});

test('an action that does not reach the status is inconclusive', async () => {
  const stuck = worldOn(
    targetOf((request) => json(request.method === 'POST' ? 201 : 200, { id: '1', status: 'NotStarted' })),
  );
  await expect(stuck.action({ status: 'Running' })).rejects.toThrow(/brought to Running: it shows "NotStarted"/);
  const ahead = worldOn(targetOf(always(201, { id: '1', status: 'Completed' })));
  await expect(ahead.action({ status: 'Running' })).rejects.toThrow(/brought to Running: it is already "Completed"/);
});

test.each([
  ['a rejection', reply(400, { id: '1' })],
  ['no body', reply(201)],
  ['a body that is not an object', reply(201, [{ id: '1' }])],
  ['no id', reply(201, {})],
  ['an empty id', reply(201, { id: '' })],
  ['an id that is neither a string nor a number', reply(201, { id: true })],
])('%s is not the action that the case needs', async (_, made) => {
  const world = worldOn(targetOf(always(200)));
  expect(() => world.entity(made)).toThrow(Inconclusive);
  expect(world.entity(reply(201, { id: '1', more: 2 }))).toEqual({ id: '1', more: 2 });
});

const page = (value: unknown, next?: unknown) =>
  json(200, { value, ...(next !== undefined && { '@odata.nextLink': next }) });

test('all pages are read in order, without elements that are not objects', async () => {
  const pages = [
    page([{ id: '1' }, 5], `${collection}?$skiptoken=2`),
    page([{ id: '2' }], `${collection}?$skiptoken=3`),
    page('odd'),
  ];
  const world = worldOn(targetOf(() => pages.shift() ?? json(500)));
  expect(await world.elements()).toEqual([{ id: '1' }, { id: '2' }]);
  expect(pages).toEqual([]);
});

test('a list that links back or shows nothing new ends the walk, with the pages that show something new', async () => {
  const back = worldOn(targetOf(() => page([], `${collection}?$skiptoken=1`)));
  expect(await back.walk()).toMatchObject({ end: 'repeated', pages: { length: 2 } });
  let at = 0;
  const endless = worldOn(targetOf(() => page([{ id: '1' }], `${collection}?$skiptoken=${++at}`)));
  expect(await endless.walk()).toMatchObject({ end: 'stuck', pages: { length: 1 } });
});

test('a link that differs from the target only in the scheme is read from the target', async () => {
  const link = `${collection}?$skiptoken=1`.replace('http:', 'https:');
  const world = worldOn(targetOf(({ url }) => page([], url.includes('skiptoken') ? undefined : link)));
  expect(await world.walk()).toMatchObject({ end: 'last', pages: { length: 2 } });
  expect(world.exchanges.every(({ request }) => request.url.startsWith('http://target.example/'))).toBe(true);
});

test('waiting ends when the condition holds or the settle time is over', async () => {
  const waiting = (settleMs: number) => worldOn(targetOf(always(200)), { options: quick({ settleMs }) });
  let reads = 0;
  const read = async () => ++reads;
  expect(await waiting(60_000).eventually(read, (seen) => seen === 3)).toBe(3);
  const world = waiting(60);
  const began = performance.now();
  expect(await world.eventually(read, () => false)).toBe(reads);
  expect(performance.now() - began).toBeGreaterThanOrEqual(55);
  expect(performance.now() - began).toBeLessThan(10_000);
});

test.each<[string | undefined, TargetClass, string, boolean]>([
  ['1', 'stateful', 'Running', true],
  ['1', 'stateful', 'NotStarted', false],
  ['1', 'stateless', 'Running', false],
  [undefined, 'stateful', 'Running', false],
])(
  'with the untouched action %s of a %s target now %s, the target moves by itself: %s',
  async (id, kind, status, moves) => {
    const world = worldOn(targetOf(always(200, { id: '1', status })), { profile: { untouchedId: id, class: kind } });
    expect(await world.movesByItself()).toBe(moves);
  },
);

test('an untouched action that cannot be read is no progress', async () => {
  const world = worldOn(targetOf(always(404, { error: { code: 'itemNotFound', message: 'There is none.' } })), {
    profile: { untouchedId: '1', class: 'stateful' },
  });
  expect(await world.movesByItself()).toBe(false);
});

test('create bodies have unique texts and the vendor, provider and name that the user set', () => {
  const plain = worldOn(targetOf(always(200)));
  expect(plain.body().clientContext).not.toBe(plain.body().clientContext);
  expect(plain.body({ name: null })).toMatchObject({ name: null });
  const routing = { vendor: 'Contoso', actionName: 'Isolate' };
  const routed = worldOn(targetOf(always(200), { routing }));
  expect(routed.body()).toMatchObject({
    name: 'Isolate',
    vendorInformation: { vendor: 'Contoso', provider: 'Example Provider' },
  });
  expect(routed.adapted({ parameters: [] })).toMatchObject({
    name: 'Isolate',
    vendorInformation: { vendor: 'Contoso' },
  });
  expect(plain.adapted({ parameters: [] })).toEqual({ parameters: [] });
});

test('a PATCH body gets the names that the user set only in members that it has', () => {
  const world = worldOn(
    targetOf(always(200), { routing: { vendor: 'Contoso', provider: 'P', actionName: 'Isolate' } }),
  );
  for (const patch of [{ status: 'Running' as const }, { name: null, vendorInformation: null }]) {
    expect(world.adaptedPatch(patch)).toEqual(patch);
  }
  const patch = { name: 'BlockIp', vendorInformation: { vendor: 'Example Security', subProvider: 'S' } };
  const vendorInformation = { vendor: 'Contoso', subProvider: 'S' };
  expect(world.adaptedPatch(patch)).toEqual({ name: 'Isolate', vendorInformation });
});

test('a PATCH to Failed has errorInfo', () => {
  expect(statusPatch('Failed').errorInfo).toBeDefined();
  expect(statusPatch('Running')).toEqual({ status: 'Running' });
});

test('a number as an id, and an id in Location, are read as they stand in a path', () => {
  const world = worldOn(targetOf(always(200)));
  expect(world.entity(reply(201, { id: 7 })).id).toBe('7');
  expect(world.entity(reply(200, { id: '7' })).id).toBe('7');
  const location = `${collection}/a%20b`;
  expect(world.entity(reply(201, { name: 'x' }, { location })).id).toBe('a b');
});

test('the elements of a bare array count as a list', () => {
  const { exchange: list } = reply(200, [{ id: 7 }]);
  const bare = readReply({ ...list, operation: 'list' }, list.request, list.response as ReceivedResponse);
  expect(elementsOf([bare, reply(200, { value: [{ id: 'b' }] })])).toEqual([{ id: '7' }, { id: 'b' }]);
});

test('where no two unfinished actions may be equal, each valid body has one more pair', async () => {
  const profile = { limits: { names: false, parameters: false, distinct: true } };
  const world = worldOn(targetOf(always(201)), { profile });
  const parameters = [{ name: 'note', value: 'x' }];
  const [one, other] = [world.adapted({ parameters }), world.adapted({ parameters })];
  expect(one.parameters).toHaveLength(2);
  expect(one.parameters).not.toEqual(other.parameters);
  // Once is enough.
  expect(world.body({ parameters: one.parameters }).parameters).toEqual(one.parameters);
  expect(world.body({ parameters: [] }).parameters).toEqual([]);
});

test.each([
  ['is accepted with one more pair', 2, /name and parameters of an unfinished one/],
  ['is rejected with one more pair too', 3, undefined],
])('a create that is rejected with 409 and %s', async (_, most, message) => {
  const profile = { limits: { names: false, parameters: false, distinct: true } };
  const rejects = async (request: Request) =>
    new Response('{}', { status: ((await request.json()) as { parameters: [] }).parameters.length < most ? 409 : 201 });
  const world = worldOn(targetOf(rejects), { profile });
  const create = world.create({ parameters: [{ name: 'note', value: 'x' }] });
  if (message) await expect(create).rejects.toThrow(message);
  else expect((await create).status).toBe(409);
});

test('where names and parameters are limited, bodies have accepted ones and others are not sent', async () => {
  const world = worldOn(targetOf(always(201)), { profile: { limits: { names: true, parameters: true } } });
  const body = world.body({ name: 'Isolate', parameters: [{ name: 'note', value: 'x' }] });
  expect(body).toMatchObject({ name: 'BlockIp', parameters: [{ name: 'IP', value: '198.51.100.1' }] });
  await expect(world.create({ ...body, name: 'Isolate' })).rejects.toThrow(
    /another action name than the target accepts/,
  );
  await expect(world.update('1', { parameters: [{ name: 'note', value: 'x' }] })).rejects.toThrow(/other parameters/);
});
