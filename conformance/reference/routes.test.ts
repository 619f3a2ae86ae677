import { expect, test } from 'vitest';
import { createReference } from './index.js';
import { createSend } from './testing.js';

const reference = createReference({ maxBodyBytes: 2000 });
const send = await createSend(reference);
const body = { parameters: [{ name: 'IP', value: '192.0.2.1' }] };
const { id } = (await send('POST', '', { body })).body;
const cancelPath = `/${id}/cancelSecurityAction`;

test('every response has request ids, a date and a version, and an error body repeats the ids and the date', async () => {
  for (const path of ['', `/${id}`, '/unknown', '?$top=x']) {
    const { headers, body } = await send('GET', path, { headers: { 'client-request-id': 'mine' } });
    expect(headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('client-request-id')).toBe('mine');
    expect(Math.abs(Date.parse(headers.get('date') ?? '') - Date.now())).toBeLessThan(5000);
    expect(headers.get('odata-version')).toBe('4.0');
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    if (!body.error) continue;
    expect(body.error.innerError).toEqual({
      date: expect.stringMatching(/^\d{4}-.*Z$/),
      'request-id': headers.get('request-id'),
      'client-request-id': 'mine',
    });
  }
});

test.each([
  ['PUT', '', 'GET, HEAD, POST'],
  ['DELETE', '', 'GET, HEAD, POST'],
  ['PATCH', '', 'GET, HEAD, POST'],
  ['PUT', `/${id}`, 'GET, HEAD, PATCH'],
  ['DELETE', `/${id}`, 'GET, HEAD, PATCH'],
  ['POST', `/${id}`, 'GET, HEAD, PATCH'],
  ['GET', cancelPath, 'POST'],
  ['PATCH', cancelPath, 'POST'],
  ['OPTIONS', `/${id}/microsoft.graph.cancelSecurityAction`, 'POST'],
])('%s %s is rejected with 405 and the allowed methods', async (method, path, allow) => {
  const { status, headers, body } = await send(method, path);
  expect(status).toBe(405);
  expect(headers.get('allow')).toBe(allow);
  expect(body.error.code).toBe('methodNotAllowed');
});

test('HEAD responds like GET, without a body', async () => {
  expect(await send('HEAD', `/${id}`)).toMatchObject({ status: 200, body: undefined });
});

test('errors are reported in the order token, path, method, permission, Accept, body', async () => {
  const wrong = { body: '{', headers: { Accept: 'application/xml' } };
  const withoutToken = { ...wrong.headers, Authorization: 'Bearer garbage' };
  expect((await send('POST', '/%ZZ', { ...wrong, headers: withoutToken })).status).toBe(401);
  expect((await send('POST', '/%ZZ', { ...wrong, as: 'reader' })).status).toBe(400);
  expect((await send('PUT', '', { ...wrong, as: 'reader' })).status).toBe(405);
  expect((await send('POST', '', { ...wrong, as: 'reader' })).status).toBe(403);
  expect((await send('POST', '', wrong)).status).toBe(406);
  expect((await send('POST', '', { ...wrong, headers: { 'Content-Type': 'text/plain' } })).status).toBe(415);
  expect((await send('POST', '', { body: '{' })).status).toBe(400);
});

test.each([
  ['*/*', 200],
  ['application/*;q=0.1', 200],
  ['text/html, application/json;odata.metadata=minimal', 200],
  ['APPLICATION/JSON', 200],
  ['application/xml', 406],
  ['application/json;q=0, */*', 406],
  ['text/plain;q=0.9', 406],
])('Accept: %s responds with %i', async (accept, status) => {
  const reply = await send('GET', '', { headers: { Accept: accept } });
  expect(reply.status).toBe(status);
  expect(reply.headers.get('content-type')).toMatch(/^application\/json/);
});

test.each([
  ['application/json; charset=utf-8', 201],
  ['Application/JSON;odata.metadata=full;charset="UTF-8"', 201],
  ['application/json; charset=utf-16', 415],
  ['application/merge-patch+json', 415],
  ['text/plain', 415],
])('Content-Type: %s responds with %i', async (type, status) => {
  expect((await send('POST', '', { body, headers: { 'Content-Type': type } })).status).toBe(status);
});

test('a body without a content type is rejected with 415, and an empty one with 400', async () => {
  const { writer } = await reference.tokens.mintAll();
  const send = (bytes: Uint8Array) => {
    const headers = { Authorization: `Bearer ${writer}` };
    const url = 'http://reference.example/beta/security/securityActions';
    return reference.fetch(new Request(url, { method: 'POST', headers, body: bytes }));
  };
  expect((await send(new Uint8Array())).status).toBe(400);
  expect((await send(new TextEncoder().encode(JSON.stringify(body)))).status).toBe(415);
});

test('a body above the limit is rejected with 413, with and without a Content-Length', async () => {
  const large = { ...body, actionReason: 'x'.repeat(2000) };
  expect((await send('POST', '', { body: large })).status).toBe(413);
  expect((await send('POST', '', { body: large, headers: { 'Content-Length': '99999' } })).status).toBe(413);
});

test('another tenant cannot read or change an action', async () => {
  const { body: before } = await send('GET', `/${id}`);
  expect((await send('GET', '', { as: 'neighbour' })).body.value).toEqual([]);
  for (const [method, path] of [
    ['GET', `/${id}`],
    ['PATCH', `/${id}`],
    ['POST', cancelPath],
  ] as const) {
    const request = method === 'PATCH' ? { body: { name: 'x' } } : {};
    expect((await send(method, path, { ...request, as: 'neighbour' })).status).toBe(404);
  }
  expect((await send('GET', `/${id}`)).body).toEqual(before);
});

test('an expired token is rejected with 401, and an unknown path with 404', async () => {
  expect((await send('GET', '', { as: 'expired' })).status).toBe(401);
  expect((await send('GET', '/a/b/c')).status).toBe(404);
  expect((await reference.fetch(new Request('http://reference.example/'))).status).toBe(404);
});

test('$select returns the selected properties and the key', async () => {
  const keys = async (select: string) => Object.keys((await send('GET', `/${id}?${select}`)).body).slice(1);
  expect(await keys('$select=name')).toEqual(['id', 'name']);
  expect(await keys('select=status, id')).toEqual(['id', 'status']);
  expect(await keys('$select=*')).toHaveLength(15);
  expect((await send('GET', `/${id}?$select=wrong`)).status).toBe(400);
});

test('above the limit a request has no effect and the response has Retry-After, while other callers are served', async () => {
  let now = Date.now();
  const busy = await createSend(createReference({ now: () => now, throttle: { requests: 2, perMs: 5000 } }));
  await busy('POST', '', { body });
  await busy('POST', '', { body });
  const { status, headers, body: envelope } = await busy('POST', '', { body });
  expect(status).toBe(429);
  expect(headers.get('retry-after')).toBe('5');
  expect(envelope.error.code).toBe('TooManyRequests');
  expect((await busy('GET', '', { as: 'reader' })).body.value).toHaveLength(2);
  now += 5000;
  expect((await busy('GET')).body.value).toHaveLength(2);
});

test('a replaced function takes effect in all functions that use it', async () => {
  const loose = await createSend(createReference({ behaviour: { transition: () => 'move' } }));
  const path = `/${(await loose('POST', '', { body })).body.id}`;
  await loose('PATCH', path, { body: { status: 'Completed' } });
  expect((await loose('PATCH', path, { body: { status: 'Running' } })).body.status).toBe('Running');
});

test('an internal error responds with 500 and shows no internals', async () => {
  const faulty = await createSend(
    createReference({
      behaviour: {
        present: () => {
          throw new TypeError('secret detail');
        },
      },
    }),
  );
  const { status, body: envelope } = await faulty('POST', '', { body });
  expect(status).toBe(500);
  expect(JSON.stringify(envelope)).not.toMatch(/secret|at /);
});

test.each([
  [{ pageSize: 0 }],
  [{ basePath: 'beta/' }],
  [{ advanceAfter: 0.5 }],
  [{ throttle: { requests: -1, perMs: 1 } }],
])('the settings %j are rejected', (settings) => {
  expect(() => createReference(settings)).toThrow(/the setting .* must be/);
});
