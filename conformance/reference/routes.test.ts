import { expect, test } from 'vitest';
import { asker } from './ask.js';
import { createReference } from './index.js';

const reference = createReference({ maxBodyBytes: 2000 });
const ask = await asker(reference);
const body = { parameters: [{ name: 'IP', value: '192.0.2.1' }] };
const { id } = (await ask('POST', '', { body })).body;
const cancelPath = `/${id}/cancelSecurityAction`;

test('every response has its ids, its date and its version, and an error has them inside too', async () => {
  for (const path of ['', `/${id}`, '/unknown', '?$top=x']) {
    const { headers, body } = await ask('GET', path, { headers: { 'client-request-id': 'mine' } });
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
])('%s %s is refused with 405 and the methods that are offered', async (method, path, allow) => {
  const { status, headers, body } = await ask(method, path);
  expect(status).toBe(405);
  expect(headers.get('allow')).toBe(allow);
  expect(body.error.code).toBe('methodNotAllowed');
});

test('HEAD answers as GET does, without a body', async () => {
  expect(await ask('HEAD', `/${id}`)).toMatchObject({ status: 200, body: undefined });
});

test('what is wrong is told in order: who asks, the path, the method, the permission, the answer, the body', async () => {
  const wrong = { body: '{', headers: { Accept: 'application/xml' } };
  const nobody = { ...wrong.headers, Authorization: 'Bearer garbage' };
  expect((await ask('POST', '/%ZZ', { ...wrong, headers: nobody })).status).toBe(401);
  expect((await ask('POST', '/%ZZ', { ...wrong, as: 'reader' })).status).toBe(400);
  expect((await ask('PUT', '', { ...wrong, as: 'reader' })).status).toBe(405);
  expect((await ask('POST', '', { ...wrong, as: 'reader' })).status).toBe(403);
  expect((await ask('POST', '', wrong)).status).toBe(406);
  expect((await ask('POST', '', { ...wrong, headers: { 'Content-Type': 'text/plain' } })).status).toBe(415);
  expect((await ask('POST', '', { body: '{' })).status).toBe(400);
});

test.each([
  ['*/*', 200],
  ['application/*;q=0.1', 200],
  ['text/html, application/json;odata.metadata=minimal', 200],
  ['APPLICATION/JSON', 200],
  ['application/xml', 406],
  ['application/json;q=0, */*', 406],
  ['text/plain;q=0.9', 406],
])('Accept: %s answers %i', async (accept, status) => {
  const reply = await ask('GET', '', { headers: { Accept: accept } });
  expect(reply.status).toBe(status);
  expect(reply.headers.get('content-type')).toMatch(/^application\/json/);
});

test.each([
  ['application/json; charset=utf-8', 201],
  ['Application/JSON;odata.metadata=full;charset="UTF-8"', 201],
  ['application/json; charset=utf-16', 415],
  ['application/merge-patch+json', 415],
  ['text/plain', 415],
])('Content-Type: %s answers %i', async (type, status) => {
  expect((await ask('POST', '', { body, headers: { 'Content-Type': type } })).status).toBe(status);
});

test('a body without a media type is refused, with 400 where there is none', async () => {
  const { writer } = await reference.tokens.mintAll();
  const send = (bytes: Uint8Array) => {
    const headers = { Authorization: `Bearer ${writer}` };
    const url = 'http://reference.example/beta/security/securityActions';
    return reference.fetch(new Request(url, { method: 'POST', headers, body: bytes }));
  };
  expect((await send(new Uint8Array())).status).toBe(400);
  expect((await send(new TextEncoder().encode(JSON.stringify(body)))).status).toBe(415);
});

test('a body beyond the limit is refused with 413, whether or not its length is told', async () => {
  const large = { ...body, actionReason: 'x'.repeat(2000) };
  expect((await ask('POST', '', { body: large })).status).toBe(413);
  expect((await ask('POST', '', { body: large, headers: { 'Content-Length': '99999' } })).status).toBe(413);
});

test('another tenant finds nothing and changes nothing', async () => {
  const { body: before } = await ask('GET', `/${id}`);
  expect((await ask('GET', '', { as: 'neighbour' })).body.value).toEqual([]);
  for (const [method, path] of [
    ['GET', `/${id}`],
    ['PATCH', `/${id}`],
    ['POST', cancelPath],
  ] as const) {
    const question = method === 'PATCH' ? { body: { name: 'x' } } : {};
    expect((await ask(method, path, { ...question, as: 'neighbour' })).status).toBe(404);
  }
  expect((await ask('GET', `/${id}`)).body).toEqual(before);
});

test('an expired token and a path outside the service are refused', async () => {
  expect((await ask('GET', '', { as: 'expired' })).status).toBe(401);
  expect((await ask('GET', '/a/b/c')).status).toBe(404);
  expect((await reference.fetch(new Request('http://reference.example/'))).status).toBe(404);
});

test('$select shows what is asked for and the key', async () => {
  const keys = async (select: string) => Object.keys((await ask('GET', `/${id}?${select}`)).body).slice(1);
  expect(await keys('$select=name')).toEqual(['id', 'name']);
  expect(await keys('select=status, id')).toEqual(['id', 'status']);
  expect(await keys('$select=*')).toHaveLength(15);
  expect((await ask('GET', `/${id}?$select=wrong`)).status).toBe(400);
});

test('above the limit a caller is told to wait, nothing is done, and other callers are served', async () => {
  let now = Date.now();
  const busy = await asker(createReference({ now: () => now, throttle: { requests: 2, perMs: 5000 } }));
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

test('a decision can be replaced by itself, and those that rest on it see it', async () => {
  const loose = await asker(createReference({ behaviour: { transition: () => 'move' } }));
  const path = `/${(await loose('POST', '', { body })).body.id}`;
  await loose('PATCH', path, { body: { status: 'Completed' } });
  expect((await loose('PATCH', path, { body: { status: 'Running' } })).body.status).toBe('Running');
});

test('a fault of its own is answered with 500 and shows nothing of the inside', async () => {
  const faulty = await asker(
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
])('the settings %j are refused', (settings) => {
  expect(() => createReference(settings)).toThrow(/the setting .* takes/);
});
