import { expect, test } from 'vitest';
import { statuses } from '../../../generated/lifecycle.js';
import { illegalTransitions, isFinal, legalTransitions } from '../../model/lifecycle.js';
import { type Ask, asker } from '../ask.js';
import { createReference } from '../index.js';

const reference = createReference();
const ask = await asker(reference);
const full = {
  name: 'BlockIp',
  actionReason: 'reason',
  clientContext: 'context',
  parameters: [{ name: 'IP', value: '192.0.2.1' }],
  vendorInformation: { vendor: 'V', provider: 'P', subProvider: 'S' },
};

async function made(by: Ask = ask): Promise<string> {
  return (await by('POST', '', { body: full })).body.id;
}

/** The path of an action that has come to this status. */
async function actionIn(status: string): Promise<string> {
  const path = `/${await made()}`;
  if (status !== 'NotStarted') expect((await ask('PATCH', path, { body: { status } })).status).toBe(200);
  return path;
}

const read = async (path: string) => (await ask('GET', path)).body;

test('sent members change, the others stay, and the answer is what is read next', async () => {
  const path = await actionIn('NotStarted');
  const before = await read(path);
  const { status, headers, body } = await ask('PATCH', path, {
    body: { name: 'x', id: 'mine', appId: 'mine', states: [] },
  });
  expect(status).toBe(200);
  expect(Date.parse(body.lastActionDateTime)).toBeGreaterThan(Date.parse(before.lastActionDateTime));
  expect(body).toEqual({ ...before, name: 'x', lastActionDateTime: body.lastActionDateTime });
  const after = await ask('GET', path);
  expect(after.body).toEqual(body);
  expect(after.headers.get('etag')).toBe(headers.get('etag'));
});

test('null clears, parameters are replaced, parts of the vendor are merged', async () => {
  const path = await actionIn('NotStarted');
  const vendorInformation = { provider: 'Q', subProvider: null };
  const patch = { name: null, actionReason: null, clientContext: null, parameters: [{ name: 'b' }], vendorInformation };
  const { body } = await ask('PATCH', path, { body: patch });
  expect(body).toMatchObject({
    name: null,
    actionReason: null,
    clientContext: null,
    parameters: [{ name: 'b', value: null }],
  });
  expect(body.vendorInformation).toEqual({ provider: 'Q', providerVersion: null, subProvider: null, vendor: 'V' });
  expect((await ask('PATCH', path, { body: { vendorInformation: null } })).body.vendorInformation).toBeNull();
});

test('what changes nothing leaves everything, the dates too, as it was', async () => {
  for (const status of statuses) {
    const path = await actionIn(status);
    const before = await ask('GET', path);
    for (const body of [{}, { status }, { name: full.name, status }]) {
      expect(await ask('PATCH', path, { body })).toMatchObject({ status: 200, body: before.body });
    }
    expect((await ask('GET', path)).headers.get('etag')).toBe(before.headers.get('etag'));
  }
});

test.each(legalTransitions().filter(({ by }) => by.includes('client')))(
  '$from to $to is accepted',
  async ({ from, to }) => {
    const path = await actionIn(from);
    const before = await read(path);
    const { status, body } = await ask('PATCH', path, { body: { status: to } });
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

test.each(illegalTransitions())('$from to $to is refused with 409 and nothing is changed', async ({ from, to }) => {
  const path = await actionIn(from);
  const before = await read(path);
  for (const body of [{ status: to }, { status: to, name: 'half written' }]) {
    expect((await ask('PATCH', path, { body })).status).toBe(409);
    expect(await read(path)).toEqual(before);
  }
});

test('the end that a client tells counts with or after the end, not before', async () => {
  const path = await actionIn('NotStarted');
  const end = {
    completedDateTime: '2999-01-01T03:00:00.1234567+03:00',
    errorInfo: { code: 4, subcode: 7, message: 'm' },
  };
  expect((await ask('PATCH', path, { body: end })).body).toMatchObject({ completedDateTime: null, errorInfo: null });
  const { body } = await ask('PATCH', path, { body: { ...end, status: 'Failed' } });
  expect(body).toMatchObject({ completedDateTime: '2999-01-01T00:00:00.1234567Z', errorInfo: end.errorInfo });
  const early = await ask('PATCH', path, { body: { completedDateTime: '2000-01-01T00:00:00Z', name: 'later' } });
  expect(early.body).toMatchObject({
    completedDateTime: '2999-01-01T00:00:00.1234567Z',
    name: 'later',
    status: 'Failed',
  });
  const completed = await actionIn('Completed');
  expect((await ask('PATCH', completed, { body: { errorInfo: end.errorInfo } })).body.errorInfo).toBeNull();
});

test.each<[string, unknown]>([
  ['null parameters', { parameters: null }],
  ['a null status', { status: null }],
  ['a status that is none', { status: 'completed' }],
  ['a long clientContext', { clientContext: 'x'.repeat(257) }],
  ['a number for a text', { actionReason: 5 }],
  ['a date that is none', { status: 'Completed', completedDateTime: 'yesterday' }],
  ['an error without numbers', { status: 'Failed', errorInfo: { code: 'x' } }],
  ['an array', [{ name: 'x' }]],
])('%s is refused with 400, and nothing of the body is written', async (_, wrong) => {
  const path = await actionIn('Running');
  const before = await read(path);
  const body = Array.isArray(wrong) ? wrong : { name: 'half written', ...(wrong as object) };
  expect((await ask('PATCH', path, { body })).status).toBe(400);
  expect(await read(path)).toEqual(before);
});

test('an unknown id is 404, and nothing is made', async () => {
  const count = (await ask('GET', '?$count=true')).body['@odata.count'];
  expect((await ask('PATCH', '/00000000-0000-4000-8000-000000000000', { body: { name: 'x' } })).status).toBe(404);
  expect((await ask('GET', '?$count=true')).body['@odata.count']).toBe(count);
});

test('a stale entity tag is refused with 412, a present one or * is not', async () => {
  const path = await actionIn('NotStarted');
  const stale = (await ask('GET', path)).headers.get('etag') ?? '';
  const fresh = (await ask('PATCH', path, { body: { name: 'x' } })).headers.get('etag') ?? '';
  const patch = (tag: string) => ask('PATCH', path, { body: { name: 'x' }, headers: { 'If-Match': tag } });
  expect((await patch(stale)).status).toBe(412);
  expect((await patch(`"none", ${fresh}`)).status).toBe(200);
  expect((await patch('*')).status).toBe(200);
  expect((await ask('POST', `${path}/cancelSecurityAction`, { headers: { 'If-Match': stale } })).status).toBe(412);
});

test('preferences for the answer are followed and told', async () => {
  const path = await actionIn('NotStarted');
  const minimal = await ask('PATCH', path, { body: { name: 'y' }, headers: { Prefer: 'wibble=1, return=minimal' } });
  expect(minimal).toMatchObject({ status: 204, body: undefined });
  expect(minimal.headers.get('preference-applied')).toBe('return=minimal');
  expect(minimal.headers.has('content-type')).toBe(false);
  const whole = await ask('PATCH', path, { body: { name: 'z' }, headers: { Prefer: 'return=representation' } });
  expect(whole).toMatchObject({ status: 200, body: { name: 'z' } });
  expect(whole.headers.get('preference-applied')).toBe('return=representation');
});

test('lastActionDateTime advances though the clock stands or goes back', async () => {
  let now = Date.parse('2026-01-01T00:00:00Z');
  const odd = await asker(createReference({ now: () => now }));
  const path = `/${await made(odd)}`;
  const seen: string[] = [];
  for (const [at, step] of [0, 0, -5000, 60_000].entries()) {
    now += step;
    seen.push((await odd('PATCH', path, { body: { name: `n${at}` } })).body.lastActionDateTime);
  }
  expect(new Set(seen).size).toBe(4);
  expect(seen.toSorted()).toEqual(seen);
});
