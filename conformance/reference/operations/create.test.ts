import { expect, test } from 'vitest';
import { asker } from '../ask.js';
import { identities } from '../identity/identities.js';
import { createReference } from '../index.js';

const now = Date.parse('2026-01-01T00:00:00Z');
const ask = await asker(createReference({ now: () => now }));
const minimal = { parameters: [{ name: 'IP', value: '192.0.2.1' }] };

test('a new action has what was sent, and everything else from the server', async () => {
  const sent = {
    '@odata.type': '#microsoft.graph.securityAction',
    name: 'BlockIp',
    actionReason: 'Prüfung 🔒 "quoted"',
    clientContext: 'x'.repeat(256),
    parameters: [
      { '@odata.type': 'microsoft.graph.keyValuePair', name: 'IP', value: '192.0.2.1' },
      { name: 'b', value: null },
      { name: 'a' },
    ],
    vendorInformation: { '@odata.type': 'microsoft.graph.SecurityVendorInformation', vendor: 'Example', provider: 'P' },
  };
  const { status, headers, body } = await ask('POST', '', { body: sent });
  expect(status).toBe(201);
  const { id } = body;
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(headers.get('location')).toBe(`http://reference.example/beta/security/securityActions/${id}`);
  const expected = {
    '@odata.context': 'http://reference.example/beta/$metadata#security/securityActions/$entity',
    id,
    actionReason: sent.actionReason,
    appId: identities.writer.appid,
    azureTenantId: identities.writer.tid,
    clientContext: sent.clientContext,
    completedDateTime: null,
    createdDateTime: '2026-01-01T00:00:00.000Z',
    errorInfo: null,
    lastActionDateTime: '2026-01-01T00:00:00.000Z',
    name: 'BlockIp',
    parameters: [
      { name: 'IP', value: '192.0.2.1' },
      { name: 'b', value: null },
      { name: 'a', value: null },
    ],
    states: [
      { appId: identities.writer.appid, status: 'NotStarted', updatedDateTime: '2026-01-01T00:00:00.000Z', user: null },
    ],
    status: 'NotStarted',
    user: null,
    vendorInformation: { provider: 'P', providerVersion: null, subProvider: null, vendor: 'Example' },
  };
  expect(body).toEqual(expected);
  const read = await ask('GET', `/${id}`, { as: 'reader' });
  expect(read).toMatchObject({ status: 200, body: expected });
  expect(read.headers.get('etag')).toBe(headers.get('etag'));
  expect(
    (await ask('GET', `/${id.replace(/^./, (first: string) => `%${first.charCodeAt(0).toString(16)}`)}`)).body.id,
  ).toBe(id);
  expect((await ask('GET')).body.value.map((one: { id: string }) => one.id)).toContain(id);
});

test('what belongs to the server, or looks like an end, is not taken from the client', async () => {
  const bare = (await ask('POST', '', { body: minimal })).body;
  const claimed = {
    ...minimal,
    id: 'mine',
    appId: 5,
    azureTenantId: 'mine',
    user: 'mine',
    createdDateTime: '2000-01-01T00:00:00Z',
    lastActionDateTime: '2000-01-01T00:00:00Z',
    states: [{ status: 'Failed' }],
    status: 'Completed',
    completedDateTime: '2026-01-02T00:00:00Z',
    errorInfo: { code: 1, subcode: 2, message: 'm' },
    unknown: { extra: true },
  };
  const { status, body } = await ask('POST', '', { body: claimed });
  expect(status).toBe(201);
  expect({ ...body, id: bare.id }).toEqual(bare);
});

test('null counts as not sent', async () => {
  const nulls = { name: null, actionReason: null, clientContext: null, vendorInformation: null, status: null };
  const others = { completedDateTime: null, errorInfo: null };
  expect((await ask('POST', '', { body: { ...minimal, ...nulls, ...others } })).status).toBe(201);
});

test('the same body twice makes two actions', async () => {
  const one = await ask('POST', '', { body: minimal });
  const two = await ask('POST', '', { body: minimal });
  expect(one.body.id).not.toBe(two.body.id);
});

const pair = minimal.parameters[0];
test.each<[string, unknown]>([
  ['no parameters', { name: 'BlockIp' }],
  ['null parameters', { parameters: null }],
  ['an object of parameters', { parameters: { name: 'IP', value: 'x' } }],
  ['a pair without a name', { parameters: [{ value: 'x' }] }],
  ['a pair named null', { parameters: [{ name: null, value: 'x' }] }],
  ['a pair with a number', { parameters: [{ name: 'IP', value: 5 }] }],
  ['a pair that is null', { parameters: [null] }],
  ['a number as name', { ...minimal, name: 5 }],
  ['a long clientContext', { ...minimal, clientContext: 'x'.repeat(257) }],
  ['a status that is none', { ...minimal, status: 'Cancelled' }],
  ['a date that is none', { ...minimal, completedDateTime: '2026-02-30T00:00:00Z' }],
  ['a vendor that is a text', { ...minimal, vendorInformation: 'Example' }],
  ['a type that is another', { ...minimal, '@odata.type': '#microsoft.graph.alert' }],
  ['a nested type that is another', { parameters: [{ ...pair, '@odata.type': '#microsoft.graph.resultInfo' }] }],
  ['NUL in a text', { ...minimal, actionReason: 'a\0b' }],
  ['NUL in a parameter', { parameters: [{ name: 'IP', value: '\0' }] }],
  ['an array', [minimal]],
  ['null', null],
  ['broken JSON', '{"parameters": ['],
  ['nothing', ''],
  ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
])('a body with %s is refused with 400 and makes nothing', async (_, body) => {
  const fresh = await asker(createReference());
  const refused = await fresh('POST', '', { body });
  expect(refused.status).toBe(400);
  expect(refused.body.error).toMatchObject({ code: 'badRequest', message: expect.stringMatching(/./) });
  expect((await fresh('GET')).body.value).toEqual([]);
});

test('characters of clientContext are counted as code points', async () => {
  expect((await ask('POST', '', { body: { ...minimal, clientContext: '😀'.repeat(256) } })).status).toBe(201);
  expect((await ask('POST', '', { body: { ...minimal, clientContext: '😀'.repeat(257) } })).status).toBe(400);
});

test('a client that prefers a minimal answer gets the address alone', async () => {
  const { status, headers, body } = await ask('POST', '', { body: minimal, headers: { Prefer: 'return=minimal' } });
  expect(status).toBe(204);
  expect(body).toBeUndefined();
  expect(headers.get('preference-applied')).toBe('return=minimal');
  expect(headers.get('location')).toBe(headers.get('odata-entityid'));
});

test('vendors and names are wanted where the settings say so', async () => {
  const strict = await asker(createReference({ vendors: [{ vendor: 'Example', provider: 'P' }], namesRequired: true }));
  const vendorInformation = { vendor: 'Example', provider: 'P' };
  const good = { ...minimal, name: 'BlockIp', vendorInformation };
  const { status, body } = await strict('POST', '', { body: good });
  expect(status).toBe(201);
  expect((await strict('POST', '', { body: { ...good, name: undefined } })).status).toBe(400);
  const elsewhere = { vendorInformation: { ...vendorInformation, provider: 'Q' } };
  expect((await strict('POST', '', { body: { ...good, ...elsewhere } })).status).toBe(400);
  expect((await strict('PATCH', `/${body.id}`, { body: elsewhere })).status).toBe(400);
});

test('a seed makes ids repeatable', async () => {
  const rows = await Promise.all(
    [1, 1, 2].map(async (seed) => {
      const seeded = await asker(createReference({ seed }));
      return [
        (await seeded('POST', '', { body: minimal })).body.id,
        (await seeded('POST', '', { body: minimal })).body.id,
      ];
    }),
  );
  expect(rows[0]).toEqual(rows[1]);
  expect(rows[0]).not.toEqual(rows[2]);
  expect(rows[0]?.[0]).not.toBe(rows[0]?.[1]);
});
