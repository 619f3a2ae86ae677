import { expect, test } from 'vitest';
import { referenceIdentities } from '../identity/identities.js';
import { createReference } from '../index.js';
import { createSend } from '../testing.js';

const now = Date.parse('2026-01-01T00:00:00Z');
const send = await createSend(createReference({ now: () => now }));
const minimal = { parameters: [{ name: 'IP', value: '192.0.2.1' }] };

test('a new action has the sent properties, and the server sets all others', async () => {
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
  const { status, headers, body } = await send('POST', '', { body: sent });
  expect(status).toBe(201);
  const { id } = body;
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(headers.get('location')).toBe(`http://reference.example/beta/security/securityActions/${id}`);
  const expected = {
    '@odata.context': 'http://reference.example/beta/$metadata#security/securityActions/$entity',
    id,
    actionReason: sent.actionReason,
    appId: referenceIdentities.writer.appid,
    azureTenantId: referenceIdentities.writer.tid,
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
      {
        appId: referenceIdentities.writer.appid,
        status: 'NotStarted',
        updatedDateTime: '2026-01-01T00:00:00.000Z',
        user: null,
      },
    ],
    status: 'NotStarted',
    user: null,
    vendorInformation: { provider: 'P', providerVersion: null, subProvider: null, vendor: 'Example' },
  };
  expect(body).toEqual(expected);
  const read = await send('GET', `/${id}`, { as: 'reader' });
  expect(read).toMatchObject({ status: 200, body: expected });
  expect(read.headers.get('etag')).toBe(headers.get('etag'));
  expect(
    (await send('GET', `/${id.replace(/^./, (first: string) => `%${first.charCodeAt(0).toString(16)}`)}`)).body.id,
  ).toBe(id);
  expect((await send('GET')).body.value.map((one: { id: string }) => one.id)).toContain(id);
});

test('server-owned properties and a final status are not taken from the client', async () => {
  const bare = (await send('POST', '', { body: minimal })).body;
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
  const { status, body } = await send('POST', '', { body: claimed });
  expect(status).toBe(201);
  expect({ ...body, id: bare.id }).toEqual(bare);
});

test('null is the same as absent', async () => {
  const nulls = { name: null, actionReason: null, clientContext: null, vendorInformation: null, status: null };
  const others = { completedDateTime: null, errorInfo: null };
  expect((await send('POST', '', { body: { ...minimal, ...nulls, ...others } })).status).toBe(201);
});

test('sending the same body twice creates two actions', async () => {
  const one = await send('POST', '', { body: minimal });
  const two = await send('POST', '', { body: minimal });
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
  ['an unknown status', { ...minimal, status: 'Cancelled' }],
  ['a date that does not exist', { ...minimal, completedDateTime: '2026-02-30T00:00:00Z' }],
  ['a vendor that is a string', { ...minimal, vendorInformation: 'Example' }],
  ['the name of another type', { ...minimal, '@odata.type': '#microsoft.graph.alert' }],
  ['the name of another nested type', { parameters: [{ ...pair, '@odata.type': '#microsoft.graph.resultInfo' }] }],
  ['NUL in a string', { ...minimal, actionReason: 'a\0b' }],
  ['NUL in a parameter', { parameters: [{ name: 'IP', value: '\0' }] }],
  ['an array', [minimal]],
  ['null', null],
  ['broken JSON', '{"parameters": ['],
  ['no content', ''],
  ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
])('a body with %s is rejected with 400 and creates no action', async (_, body) => {
  const fresh = await createSend(createReference());
  const rejected = await fresh('POST', '', { body });
  expect(rejected.status).toBe(400);
  expect(rejected.body.error).toMatchObject({ code: 'badRequest', message: expect.stringMatching(/./) });
  expect((await fresh('GET')).body.value).toEqual([]);
});

test('the length of clientContext is counted in code points', async () => {
  expect((await send('POST', '', { body: { ...minimal, clientContext: '😀'.repeat(256) } })).status).toBe(201);
  expect((await send('POST', '', { body: { ...minimal, clientContext: '😀'.repeat(257) } })).status).toBe(400);
});

test('Prefer: return=minimal on create responds with 204 and the Location only', async () => {
  const { status, headers, body } = await send('POST', '', { body: minimal, headers: { Prefer: 'return=minimal' } });
  expect(status).toBe(204);
  expect(body).toBeUndefined();
  expect(headers.get('preference-applied')).toBe('return=minimal');
  expect(headers.get('location')).toBe(headers.get('odata-entityid'));
});

test('the settings can require known vendors and names', async () => {
  const strict = await createSend(
    createReference({ vendors: [{ vendor: 'Example', provider: 'P' }], namesRequired: true }),
  );
  const vendorInformation = { vendor: 'Example', provider: 'P' };
  const good = { ...minimal, name: 'BlockIp', vendorInformation };
  const { status, body } = await strict('POST', '', { body: good });
  expect(status).toBe(201);
  expect((await strict('POST', '', { body: { ...good, name: undefined } })).status).toBe(400);
  const elsewhere = { vendorInformation: { ...vendorInformation, provider: 'Q' } };
  expect((await strict('POST', '', { body: { ...good, ...elsewhere } })).status).toBe(400);
  expect((await strict('PATCH', `/${body.id}`, { body: elsewhere })).status).toBe(400);
});

test('the same seed produces the same ids', async () => {
  const ids = await Promise.all(
    [1, 1, 2].map(async (seed) => {
      const seeded = await createSend(createReference({ seed }));
      return [
        (await seeded('POST', '', { body: minimal })).body.id,
        (await seeded('POST', '', { body: minimal })).body.id,
      ];
    }),
  );
  expect(ids[0]).toEqual(ids[1]);
  expect(ids[0]).not.toEqual(ids[2]);
  expect(ids[0]?.[0]).not.toBe(ids[0]?.[1]);
});
