import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { Inconclusive, KitFault } from '../errors.js';
import { member } from '../evidence/reply.js';
import { expectEqual } from '../judge/expect.js';
import { attachExchange, countJudgements } from '../judge/judge.js';
import { collection, json, targetOf, url, worldOn } from '../testing.js';
import { alteredToken } from './secrets/altered-token.js';

const tokens = { writer: 'secret.of.the-writer', reader: 'secret.of.the-reader' };

/** A world on a target that records each request and responds with 200 by default. */
function watched(respond: () => Response = () => json(200, { id: '1' })) {
  const arrived: Request[] = [];
  const fetch = (request: Request) => {
    arrived.push(request);
    return respond();
  };
  const world = worldOn(targetOf(fetch, { tokens }));
  const sent = () => {
    const last = arrived.at(-1);
    return { url: last?.url, method: last?.method, header: (name: string) => last?.headers.get(name) ?? null };
  };
  return { world, sent, arrived };
}

test('each operation is sent to its own path', async () => {
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

test('half a surrogate pair in an id is sent as a replacement character', async () => {
  const { world, sent } = watched();
  await world.get('a\ud800');
  expect(sent().url).toBe(`${collection}/a%EF%BF%BD`);
});

test.each(['.', '..'])('the id "%s", which is removed from every path, leads to no other path', async (id) => {
  const { world, arrived } = watched();
  for (const send of [world.get(id), world.update(id, { name: 'x' }), world.cancel(id)])
    await expect(send).rejects.toThrow(Inconclusive);
  expect(arrived).toEqual([]);
});

test("each caller's own token is sent, and no exchange has a token", async () => {
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

test('a request of a caller without a token is not sent', async () => {
  const { world, arrived } = watched();
  await expect(world.list({ as: 'neighbour' })).rejects.toThrow(KitFault);
  expect(arrived).toEqual([]);
});

test('header fields of a case replace or remove those of the kit', async () => {
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

test('a body that breaks the contract is sent only when the case names the defect', async () => {
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

test('bytes are sent unchanged and recorded as one character each', async () => {
  const { world, arrived } = watched();
  await world.create(undefined, { raw: Uint8Array.of(0x7b, 0xff), defect: 'not UTF-8' });
  expect(new Uint8Array((await arrived[0]?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(Uint8Array.of(0x7b, 0xff));
  expect(world.exchanges[0]?.request).toMatchObject({ body: '{\u00ff', bytes: true });
});

test.each([204, 302, 404, 500])('a %i response is a reply', async (status) => {
  const { world } = watched(() => new Response(null, { status }));
  expect(await world.get('1')).toMatchObject({ status, body: undefined });
});

test('a missing response, and a 429 after all waiting, are inconclusive', async () => {
  const { world: dead } = watched(() => {
    throw new Error('reset');
  });
  await expect(dead.get('1')).rejects.toThrow(Inconclusive);
  expect(dead.exchanges).toMatchObject([{ failure: expect.stringContaining('reset') }]);
  const { world: busy } = watched(() => json(429, {}, { 'retry-after': '60' }));
  await expect(busy.get('1')).rejects.toThrow(
    /responds with 429 and asks to wait 60 s; waiting longer would exceed the patience/,
  );
});

test.each([
  ['http://target.example.elsewhere.example/'],
  ['http://target.example@elsewhere.example/'],
  ['//elsewhere.example/'],
  ['securityActions?$skiptoken=1'],
  [''],
])('a link to %s is not followed, because a token is sent to the target only', async (link) => {
  const { world, arrived } = watched();
  await expect(world.follow(link)).rejects.toThrow(Inconclusive);
  await expect(world.locate(link)).rejects.toThrow(Inconclusive);
  expect(arrived).toEqual([]);
});

test.each([
  'https://target.example/beta/security/securityActions',
  'http://target.example:81/beta/security/securityActions',
  'http://elsewhere.example/beta/security/securityActions?$skiptoken=1',
])('the list at %s is read at the target instead, and a Location there is not read', async (link) => {
  const { world, arrived } = watched();
  await world.follow(link);
  const { pathname, search } = new URL(link);
  expect(arrived.map((request) => request.url)).toEqual([`http://target.example${pathname}${search}`]);
  await expect(world.locate(link)).rejects.toThrow(Inconclusive);
  expect(arrived).toHaveLength(1);
});

test('a link that no server accepts is not followed', async () => {
  const { world, arrived } = watched();
  await expect(world.follow(`${url}/security/securityActions?$skiptoken=${'x'.repeat(100_000)}`)).rejects.toThrow(
    /has \d+ characters, and the kit follows links of at most 65536/,
  );
  expect(arrived).toEqual([]);
});

test('a link on the target is followed unchanged', async () => {
  const { world, sent } = watched();
  const link = `${url}/security/securityActions?$skiptoken=a%2Fb%20c`;
  await world.follow(link);
  expect(sent().url).toBe(link);
  expect(world.exchanges[0]).toMatchObject({ operation: 'list', request: { url: link } });
});

test('an exchange has no secret that the target sends back, and the reply keeps the real values', async () => {
  const echo = `Bearer ${tokens.writer}`;
  const respond = () =>
    json(
      200,
      { id: '1', echo, next: `${collection}?t=${tokens.reader}` },
      { 'x-echo': echo, location: `${collection}/1` },
    );
  const { world } = watched(respond);
  const reply = await world.follow(`${collection}?t=${encodeURIComponent(tokens.reader)}`);
  expect([member(reply.body, 'echo'), reply.headers.get('x-echo')]).toEqual([echo, echo]);
  expect(reply.text).toContain(tokens.writer);
  expect(reply.request.url).toContain(tokens.reader);
  const [exchange] = world.exchanges;
  expect(exchange?.request.url).toBe(`${collection}?t=$SECURITY_ACTIONS_READER_TOKEN`);
  expect(exchange?.response?.headers.get('x-echo')).toBe('Bearer $SECURITY_ACTIONS_TOKEN');
  expect(exchange?.response?.headers.get('location')).toBe(`${collection}/1`);
  expect(JSON.parse(exchange?.response?.body ?? '')).toEqual({
    id: '1',
    echo: 'Bearer $SECURITY_ACTIONS_TOKEN',
    next: `${collection}?t=$SECURITY_ACTIONS_READER_TOKEN`,
  });
  const shown = inspect(exchange, { depth: null, showHidden: true });
  for (const token of Object.values(tokens)) expect(shown).not.toContain(token);
});

test('a transport error and a link that is not followed are reported without secrets', async () => {
  const { world } = watched(() => {
    throw new Error(`cannot read ${tokens.writer}`);
  });
  await expect(world.get('1')).rejects.toThrow('cannot read $SECURITY_ACTIONS_TOKEN');
  expect(world.exchanges[0]?.failure).toContain('cannot read $SECURITY_ACTIONS_TOKEN');
  const link = `http://elsewhere.example/?t=${tokens.writer}`;
  await expect(world.follow(link)).rejects.toThrow(
    'http://elsewhere.example/?t=$SECURITY_ACTIONS_TOKEN was not followed',
  );
});

test('a finding in an exchange has no secret in its texts', async () => {
  const { world } = watched(() => json(200, { id: '1', name: tokens.writer }));
  const { body, exchange } = await world.get('1');
  const { finding } = countJudgements(() => expectEqual(member(body, 'name'), 'BlockIp', '/name'));
  const additions = { counterexample: [`1. ${tokens.writer}`], diagram: `<svg>${tokens.writer}</svg>` };
  if (!finding) throw new Error('expected a finding');
  const kept = attachExchange({ ...finding, ...additions }, exchange);
  expect(JSON.stringify(kept)).not.toContain(tokens.writer);
  expect(kept).toMatchObject({
    message: '`/name`: expected "BlockIp", received "$SECURITY_ACTIONS_TOKEN"',
    received: '"$SECURITY_ACTIONS_TOKEN"',
    counterexample: ['1. $SECURITY_ACTIONS_TOKEN'],
    diagram: '<svg>$SECURITY_ACTIONS_TOKEN</svg>',
  });
});
