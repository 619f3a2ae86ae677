import { expect, test } from 'vitest';
import { Inconclusive, KitFault } from '../errors.js';
import { collection, json, targetOf, url, worldOn } from '../testing.js';
import { alteredToken } from './altered-token.js';

const tokens = { writer: 'secret.of.the-writer', reader: 'secret.of.the-reader' };

/** A world on a target that remembers what reached it and answers 200. */
function watched(answer: () => Response = () => json(200, { id: '1' })) {
  const arrived: Request[] = [];
  const fetch = (request: Request) => {
    arrived.push(request);
    return answer();
  };
  const world = worldOn(targetOf(fetch, { tokens }));
  const sent = () => {
    const last = arrived.at(-1);
    return { url: last?.url, method: last?.method, header: (name: string) => last?.headers.get(name) ?? null };
  };
  return { world, sent, arrived };
}

test('each operation goes to its own place', async () => {
  const { world, arrived } = watched();
  await world.list({ query: { $top: '1', $filter: "a eq 'b'" } });
  await world.create(world.body());
  await world.get('a/b?c');
  await world.update('1', { name: 'x' });
  await world.cancel('1');
  expect(arrived.map(({ method, url }) => `${method} ${url.slice(collection.length)}`)).toEqual([
    'GET ?$top=1&$filter=a%20eq%20%27b%27',
    'POST ',
    'GET /a%2Fb%3Fc',
    'PATCH /1',
    'POST /1/cancelSecurityAction',
  ]);
  expect(world.exchanges.map(({ operation }) => operation)).toEqual(['list', 'create', 'get', 'update', 'cancel']);
});

test('an id that is no text in Unicode is sent all the same', async () => {
  const { world, sent } = watched();
  await world.get('a\ud800');
  expect(sent().url).toBe(`${collection}/a%EF%BF%BD`);
});

test("each caller's own token is sent, and none of them stands in an exchange", async () => {
  const { world, sent } = watched();
  await world.list();
  expect(sent().header('authorization')).toBe(`Bearer ${tokens.writer}`);
  await world.list({ as: 'reader' });
  expect(sent().header('authorization')).toBe(`Bearer ${tokens.reader}`);
  await world.list({ altered: true });
  expect(sent().header('authorization')).toBe(`Bearer ${alteredToken(tokens.writer)}`);
  await world.list({ scheme: 'Basic' });
  expect(sent().header('authorization')).toBe(`Basic ${tokens.writer}`);
  await world.list({ as: 'anonymous' });
  expect(sent().header('authorization')).toBeNull();
  expect(world.exchanges.map(({ request }) => request.headers.authorization)).toEqual([
    'Bearer $SECURITY_ACTIONS_TOKEN',
    'Bearer $SECURITY_ACTIONS_READER_TOKEN',
    'Bearer $SECURITY_ACTIONS_TOKEN_ALTERED',
    'Basic $SECURITY_ACTIONS_TOKEN',
    undefined,
  ]);
  const recorded = JSON.stringify(world.exchanges);
  for (const token of Object.values(tokens)) {
    expect(recorded).not.toContain(token);
    expect(recorded).not.toContain(alteredToken(token));
  }
});

test('a request for which there is no token is no request without one', async () => {
  const { world, arrived } = watched();
  await expect(world.list({ as: 'neighbour' })).rejects.toThrow(KitFault);
  expect(arrived).toEqual([]);
});

test('header fields of a case replace and leave out those of the kit', async () => {
  const { world, sent } = watched();
  await world.create(world.body());
  expect([sent().header('accept'), sent().header('content-type')]).toEqual(['application/json', 'application/json']);
  const headers = { accept: null, 'content-type': 'text/plain', authorization: 'Bearer garbage', 'x-own': '1' };
  await world.create(world.body(), { headers });
  expect(['accept', 'content-type', 'authorization', 'x-own'].map(sent().header)).toEqual([
    null,
    'text/plain',
    'Bearer garbage',
    '1',
  ]);
  expect(world.exchanges.at(-1)?.request.headers).not.toHaveProperty('accept');
});

test('a body that breaks the contract is sent only where the case says what is wrong', async () => {
  const { world, arrived } = watched();
  await expect(world.create({ parameters: 'none' })).rejects.toThrow(KitFault);
  await expect(world.create({ parameters: 'none' })).rejects.toThrow(/POST .*\/parameters must be array/);
  await expect(world.create(undefined)).rejects.toThrow(KitFault);
  await expect(world.update('1', { status: 'Done' })).rejects.toThrow(KitFault);
  expect(arrived).toEqual([]);
  await world.create({ parameters: 'none' }, { defect: 'parameters is a text' });
  await world.create(undefined, { raw: '{', defect: 'no JSON' });
  expect(world.exchanges.map(({ defect }) => defect)).toEqual(['parameters is a text', 'no JSON']);
  expect(world.exchanges[1]?.request.body).toBe('{');
});

test('bytes are sent as they are and recorded one character for each', async () => {
  const { world, arrived } = watched();
  await world.create(undefined, { raw: Uint8Array.of(0x7b, 0xff), defect: 'not UTF-8' });
  expect(new Uint8Array((await arrived[0]?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(Uint8Array.of(0x7b, 0xff));
  expect(world.exchanges[0]?.request).toMatchObject({ body: '{\u00ff', bytes: true });
});

test.each([204, 302, 404, 500])('a %i is a reply, whatever it says', async (status) => {
  const { world } = watched(() => new Response(null, { status }));
  expect(await world.get('1')).toMatchObject({ status, body: undefined });
});

test('no response, and a 429 after all waiting, decide nothing', async () => {
  const { world: dead } = watched(() => {
    throw new Error('reset');
  });
  await expect(dead.get('1')).rejects.toThrow(Inconclusive);
  expect(dead.exchanges).toMatchObject([{ failure: expect.stringContaining('reset') }]);
  const { world: busy } = watched(() => json(429, {}, { 'retry-after': '60' }));
  await expect(busy.get('1')).rejects.toThrow(/still throttled/);
});

test.each([
  ['http://elsewhere.example/beta/security/securityActions?$skiptoken=1'],
  ['https://target.example/beta/security/securityActions'],
  ['http://target.example:81/beta/security/securityActions'],
  ['http://target.example.elsewhere.example/'],
  ['http://target.example@elsewhere.example/'],
  ['//elsewhere.example/'],
  ['?$skiptoken=1'],
  [''],
])('a link to %s is not followed: a token goes to the target only', async (link) => {
  const { world, arrived } = watched();
  await expect(world.follow(link)).rejects.toThrow(Inconclusive);
  await expect(world.locate(link)).rejects.toThrow(Inconclusive);
  expect(arrived).toEqual([]);
});

test('a link on the target is followed as it stands', async () => {
  const { world, sent } = watched();
  const link = `${url}/security/securityActions?$skiptoken=a%2Fb%20c`;
  await world.follow(link);
  expect(sent().url).toBe(link);
  expect(world.exchanges[0]).toMatchObject({ operation: 'list', request: { url: link } });
});
