import { expect, test } from 'vitest';
import { statuses } from '../../../generated/lifecycle.js';
import { allowedTransitions, forbiddenTransitions, isFinal } from '../../model/lifecycle.js';
import { createReference } from '../index.js';
import { createSend, type SendTestRequest } from '../testing.js';

const reference = createReference();
const send = await createSend(reference);
const full = {
  name: 'BlockIp',
  actionReason: 'reason',
  clientContext: 'context',
  parameters: [{ name: 'IP', value: '192.0.2.1' }],
  vendorInformation: { vendor: 'V', provider: 'P', subProvider: 'S' },
};

async function createdId(by: SendTestRequest = send): Promise<string> {
  return (await by('POST', '', { body: full })).body.id;
}

/** Creates an action, moves it to the status and returns its path. */
async function actionIn(status: string): Promise<string> {
  const path = `/${await createdId()}`;
  if (status !== 'NotStarted') expect((await send('PATCH', path, { body: { status } })).status).toBe(200);
  return path;
}

const read = async (path: string) => (await send('GET', path)).body;

test('an update changes the sent members only, and its response equals the next read', async () => {
  const path = await actionIn('NotStarted');
  const before = await read(path);
  const { status, headers, body } = await send('PATCH', path, {
    body: { name: 'x', id: 'mine', appId: 'mine', states: [] },
  });
  expect(status).toBe(200);
  expect(Date.parse(body.lastActionDateTime)).toBeGreaterThan(Date.parse(before.lastActionDateTime));
  expect(body).toEqual({ ...before, name: 'x', lastActionDateTime: body.lastActionDateTime });
  const after = await send('GET', path);
  expect(after.body).toEqual(body);
  expect(after.headers.get('etag')).toBe(headers.get('etag'));
});

test('null clears a property, parameters are replaced, and vendor parts are merged', async () => {
  const path = await actionIn('NotStarted');
  const vendorInformation = { provider: 'Q', subProvider: null };
  const patch = { name: null, actionReason: null, clientContext: null, parameters: [{ name: 'b' }], vendorInformation };
  const { body } = await send('PATCH', path, { body: patch });
  expect(body).toMatchObject({
    name: null,
    actionReason: null,
    clientContext: null,
    parameters: [{ name: 'b', value: null }],
  });
  expect(body.vendorInformation).toEqual({ provider: 'Q', providerVersion: null, subProvider: null, vendor: 'V' });
  expect((await send('PATCH', path, { body: { vendorInformation: null } })).body.vendorInformation).toBeNull();
});

test('an update without a change keeps all properties, including the dates', async () => {
  for (const status of statuses) {
    const path = await actionIn(status);
    const before = await send('GET', path);
    for (const body of [{}, { status }, { name: full.name, status }]) {
      expect(await send('PATCH', path, { body })).toMatchObject({ status: 200, body: before.body });
    }
    expect((await send('GET', path)).headers.get('etag')).toBe(before.headers.get('etag'));
  }
});

test.each(allowedTransitions().filter(({ by }) => by.includes('client')))(
  'the transition from $from to $to is accepted',
  async ({ from, to }) => {
    const path = await actionIn(from);
    const before = await read(path);
    const { status, body } = await send('PATCH', path, { body: { status: to } });
    expect(status).toBe(200);
    expect(body.status).toBe(to);
    expect(body.states).toEqual([
      ...before.states,
      { appId: before.appId, status: to, updatedDateTime: body.lastActionDateTime, user: null },
    ]);
    expect(body.completedDateTime).toBe(isFinal(to) ? body.lastActionDateTime : null);
    if (to === 'Failed')
      expect(body.errorInfo).toMatchObject({ code: expect.any(Number), subcode: expect.any(Number) });
    else expect(body.errorInfo).toBeNull();
    expect(await read(path)).toEqual(body);
  },
);

test.each(forbiddenTransitions())(
  'the transition from $from to $to is rejected with 409 and changes nothing',
  async ({ from, to }) => {
    const path = await actionIn(from);
    const before = await read(path);
    for (const body of [{ status: to }, { status: to, name: 'half written' }]) {
      expect((await send('PATCH', path, { body })).status).toBe(409);
      expect(await read(path)).toEqual(before);
    }
  },
);

test('completedDateTime and errorInfo of a client are stored with or after a final status, not before', async () => {
  const path = await actionIn('NotStarted');
  const end = {
    completedDateTime: '2999-01-01T03:00:00.1234567+03:00',
    errorInfo: { code: 4, subcode: 7, message: 'm' },
  };
  expect((await send('PATCH', path, { body: end })).body).toMatchObject({ completedDateTime: null, errorInfo: null });
  const { body } = await send('PATCH', path, { body: { ...end, status: 'Failed' } });
  expect(body).toMatchObject({ completedDateTime: '2999-01-01T00:00:00.1234567Z', errorInfo: end.errorInfo });
  const early = await send('PATCH', path, { body: { completedDateTime: '2000-01-01T00:00:00Z', name: 'later' } });
  expect(early.body).toMatchObject({
    completedDateTime: '2999-01-01T00:00:00.1234567Z',
    name: 'later',
    status: 'Failed',
  });
  const completed = await actionIn('Completed');
  expect((await send('PATCH', completed, { body: { errorInfo: end.errorInfo } })).body.errorInfo).toBeNull();
});

test.each<[string, unknown]>([
  ['null parameters', { parameters: null }],
  ['a null status', { status: null }],
  ['an unknown status', { status: 'completed' }],
  ['a long clientContext', { clientContext: 'x'.repeat(257) }],
  ['a number instead of a string', { actionReason: 5 }],
  ['an invalid date', { status: 'Completed', completedDateTime: 'yesterday' }],
  ['an error code that is not a number', { status: 'Failed', errorInfo: { code: 'x' } }],
  ['an array', [{ name: 'x' }]],
])('an update with %s is rejected with 400 and changes nothing', async (_, wrong) => {
  const path = await actionIn('Running');
  const before = await read(path);
  const body = Array.isArray(wrong) ? wrong : { name: 'half written', ...(wrong as object) };
  expect((await send('PATCH', path, { body })).status).toBe(400);
  expect(await read(path)).toEqual(before);
});

test('an update of an unknown id responds with 404 and creates no action', async () => {
  const count = (await send('GET', '?$count=true')).body['@odata.count'];
  expect((await send('PATCH', '/00000000-0000-4000-8000-000000000000', { body: { name: 'x' } })).status).toBe(404);
  expect((await send('GET', '?$count=true')).body['@odata.count']).toBe(count);
});

test('a stale entity tag is rejected with 412; the current tag and * are accepted', async () => {
  const path = await actionIn('NotStarted');
  const stale = (await send('GET', path)).headers.get('etag') ?? '';
  const fresh = (await send('PATCH', path, { body: { name: 'x' } })).headers.get('etag') ?? '';
  const patch = (tag: string) => send('PATCH', path, { body: { name: 'x' }, headers: { 'If-Match': tag } });
  expect((await patch(stale)).status).toBe(412);
  expect((await patch(`"none", ${fresh}`)).status).toBe(200);
  expect((await patch('*')).status).toBe(200);
  expect((await send('POST', `${path}/cancelSecurityAction`, { headers: { 'If-Match': stale } })).status).toBe(412);
});

test('return preferences are applied and reported', async () => {
  const path = await actionIn('NotStarted');
  const minimal = await send('PATCH', path, { body: { name: 'y' }, headers: { Prefer: 'wibble=1, return=minimal' } });
  expect(minimal).toMatchObject({ status: 204, body: undefined });
  expect(minimal.headers.get('preference-applied')).toBe('return=minimal');
  expect(minimal.headers.has('content-type')).toBe(false);
  const whole = await send('PATCH', path, { body: { name: 'z' }, headers: { Prefer: 'return=representation' } });
  expect(whole).toMatchObject({ status: 200, body: { name: 'z' } });
  expect(whole.headers.get('preference-applied')).toBe('return=representation');
});

test('lastActionDateTime advances even if the clock stops or goes back', async () => {
  let now = Date.parse('2026-01-01T00:00:00Z');
  const oddClock = await createSend(createReference({ now: () => now }));
  const path = `/${await createdId(oddClock)}`;
  const seen: string[] = [];
  for (const [at, step] of [0, 0, -5000, 60_000].entries()) {
    now += step;
    seen.push((await oddClock('PATCH', path, { body: { name: `n${at}` } })).body.lastActionDateTime);
  }
  expect(new Set(seen).size).toBe(4);
  expect(seen.toSorted()).toEqual(seen);
});
