import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Mock, startMock } from '../../../mock/prism.js';
import { createReference, type ReferenceOptions } from '../../../reference/index.js';
import { ConfigurationError } from '../../errors.js';
import type { FetchHandler } from '../../http/transport/handler.js';
import { Session } from '../../run/session/session.js';
import type { Target } from '../../target.js';
import { always, json, quick, targetOf } from '../../testing.js';
import { featureIds, type Profile } from '../profile.js';
import { Unreachable } from './first-contact.js';

async function probed(target: Target, options = {}): Promise<Profile> {
  const session = new Session([], target, quick(options));
  return session.probe().finally(() => session.close());
}

/** The profile of a reference with these settings, behind this wrapper. */
async function reference(
  settings: ReferenceOptions = {},
  {
    wrap = (inner: FetchHandler): FetchHandler => inner,
    ...overrides
  }: Partial<Target> & { wrap?: (inner: FetchHandler) => FetchHandler } = {},
): Promise<Profile> {
  const { fetch, tokens } = createReference(settings);
  return probed(targetOf(wrap(fetch), { tokens: await tokens.mintAll(), ...overrides }));
}

const offeredBy = ({ features }: Profile) => featureIds.filter((id) => features[id].offered).sort();
const always401 = always(401, { error: {} });

test('the reference is stateful and supports all features except those that restrict a create', async () => {
  const profile = await reference();
  expect(profile).toMatchObject({ class: 'stateful', discriminates: true, notices: [] });
  expect(offeredBy(profile)).toEqual(featureIds.filter((id) => !['vendors', 'names-required'].includes(id)).sort());
  expect([...profile.identities].sort()).toEqual(['delegated', 'expired', 'neighbour', 'reader', 'stranger', 'writer']);
  expect(profile.claims?.roles).toEqual(['SecurityActions.ReadWrite.All']);
});

test('the profile says what the class was seen by', async () => {
  expect((await reference()).seen).toBe('a get shows the action that was created');
  const wrap = (inner: FetchHandler) => (request: Request) =>
    /securityActions\/./.test(request.url) ? json(404, { error: {} }) : inner(request);
  expect((await reference({}, { wrap })).seen).toBe(
    'assumed, although a get of the action that was created responds with 404',
  );
});

test('a server error in passing hides no feature', async () => {
  const expected = offeredBy(await reference());
  for (const failing of [1, 2, 3]) {
    let requests = 0;
    const wrap = (inner: FetchHandler) => (request: Request) =>
      ++requests === failing ? json(500, { error: {} }) : inner(request);
    expect(offeredBy(await reference({}, { wrap })), `request ${failing} fails`).toEqual(expected);
  }
});

test('the probe finds required names and a list of vendors', async () => {
  const wanting = await reference({ namesRequired: true });
  expect(wanting.features['names-required'].offered).toBe(true);
  const vendors = [{ vendor: 'Example Security', provider: 'Example Provider' }];
  expect((await reference({ vendors })).features.vendors.offered).toBe(true);
});

const documentedVendor = { vendor: 'Microsoft', provider: 'Windows Defender ATP' };

test('the probe uses the documented vendor where the target rejects that of the kit', async () => {
  const vendors = [documentedVendor];
  const { vendor, notices, features, ...profile } = await reference({ vendors });
  expect(vendor).toEqual(documentedVendor);
  expect(notices).toEqual([expect.stringMatching(/documented vendor "Microsoft".*--vendor/)]);
  expect(features.vendors.parts).toEqual(['vendor', 'provider']);
  expect(profile.untouchedId).toBeDefined();
});

test('the vendor that the user names is never replaced', async () => {
  const routing = { vendor: 'Another', provider: 'Another' };
  expect((await reference({ vendors: [documentedVendor] }, { routing })).vendor).toBeUndefined();
});

test('a target that limits the vendor alone is seen to limit no provider', async () => {
  const wrap = (inner: FetchHandler) => async (request: Request) => {
    const sent = request.method === 'POST' ? await request.clone().text() : '';
    return sent.includes('"vendor":"Unknown') ? json(400, { error: {} }) : inner(request);
  };
  expect((await reference({}, { wrap })).features.vendors).toMatchObject({ offered: true, parts: ['vendor'] });
});

test('a target that rejects a valid body gets a notice with the options to set', async () => {
  const { notices } = await reference({ vendors: [{ vendor: 'Another', provider: 'Another' }] });
  expect(notices).toEqual([expect.stringContaining('--vendor')]);
});

test.each([405, 501])('a target that responds to PATCH with %i does not support update', async (status) => {
  const wrap = (inner: FetchHandler) => (request: Request) =>
    request.method === 'PATCH' ? json(status) : inner(request);
  const { features } = await reference({}, { wrap });
  expect(features.update).toEqual({ offered: false, how: `PATCH was rejected (${status})` });
});

const withoutQuery = (inner: FetchHandler) => (request: Request) => {
  const { search } = new URL(request.url);
  return inner(search ? new Request(request.url.replace(search, ''), request) : request);
};
const rejectingQuery = (inner: FetchHandler) => (request: Request) =>
  new URL(request.url).search ? json(501, { error: {} }) : inner(request);

test.each([
  ['ignores', withoutQuery],
  ['rejects', rejectingQuery],
])('a target that %s the query options does not support them', async (_, wrap) => {
  const supported = offeredBy(await reference({}, { wrap }));
  for (const option of ['top', 'skip', 'count', 'select', 'orderby', 'filter']) expect(supported).not.toContain(option);
  expect(supported).toContain('update');
});

test.each([1, 2, 4])('options are found in pages of %i, and only where the target has them', async (pageSize) => {
  const options = ['top', 'skip', 'count', 'select', 'orderby', 'filter'] as const;
  const supported = ({ features }: Profile) => options.filter((id) => features[id].offered);
  expect(supported(await reference({ pageSize }))).toEqual(options);
  expect(supported(await reference({ pageSize, topLimits: 'list' }))).toEqual(options);
  const wrap = (inner: FetchHandler) => (request: Request) => {
    const { search } = new URL(request.url);
    return search.includes('skiptoken') ? inner(request) : withoutQuery(inner)(request);
  };
  expect(supported(await reference({ pageSize }, { wrap }))).toEqual([]);
});

test.each([
  ['a server error', () => json(500, { error: {} })],
  ['no response', () => Promise.reject(new Error('reset'))],
])('%s does not mean that an option or an update is not supported', async (_, respond) => {
  const wrap = (inner: FetchHandler) => (request: Request) =>
    request.method === 'PATCH' || new URL(request.url).search ? respond() : inner(request);
  const found = offeredBy(await reference({}, { wrap }));
  for (const id of ['update', 'top', 'skip', 'count', 'select', 'orderby', 'filter']) expect(found).toContain(id);
});

test('a declaration overrides the probe, with a notice when the probe found otherwise', async () => {
  const declared = { offers: ['vendors', 'top'], lacks: ['update', 'names-required'] } as const;
  const { features, notices } = await reference({}, { declared });
  expect(
    [features.vendors, features.update, features.top, features['names-required']].map(({ offered }) => offered),
  ).toEqual([true, false, true, false]);
  expect(notices).toHaveLength(2);
  expect(notices.join('\n')).toMatch(/vendors is declared as supported, but .*\n?/);
  expect(notices.join('\n')).toMatch(/update is declared as not supported, but .*200/);
});

test('a server that stores nothing and ignores Prefer is stateful', async () => {
  let number = 0;
  const forgetful: FetchHandler = ({ method }) =>
    method === 'POST' ? json(201, { id: `${++number}` }) : json(404, { error: {} });
  expect(await probed(targetOf(forgetful))).toMatchObject({ class: 'stateful', discriminates: true });
});

test('a server that stores actions is stateful, even if it follows Prefer', async () => {
  const wrap = (inner: FetchHandler) => (request: Request) =>
    request.headers.get('prefer') === 'code=404' ? json(404) : inner(request);
  expect((await reference({}, { wrap })).class).toBe('stateful');
});

test.each([
  ['{} with 200', always(200, {})],
  ['400', always(400, { error: {} })],
  ['500', always(500)],
  ['an empty 200', always(200)],
  ['an action with 201', always(201, { id: '1', status: 'NotStarted' })],
])('a server that gives the response %s to all requests does not distinguish them', async (_, handler) => {
  expect(await probed(targetOf(handler))).toMatchObject({ class: 'stateful', discriminates: false });
});

test.each([
  ['a body that is not JSON', () => new Response('<html>')],
  ['null', always(200, null)],
  ['lists', always(200, [])],
  ['odd members', always(201, { id: 5, value: { id: 1 }, '@odata.count': [] })],
  ['an id that a URL cannot have', always(201, { id: '\ud800', value: [{ id: '\ud800' }] })],
])('a server that responds with %s can be probed', async (_, handler) => {
  expect((await probed(targetOf(handler))).class).toBe('stateful');
});

test.each(['POST', 'GET of an item', 'PATCH', 'a query', 'a path outside the API'])(
  'a server that gives no response to %s can be probed',
  async (to) => {
    const dead = ({ method, url }: Request) => {
      const { pathname, search } = new URL(url);
      if (to === 'a query') return search !== '';
      if (to === 'GET of an item') return /Actions\/./.test(pathname);
      return to === 'a path outside the API' ? !pathname.includes('securityActions') : method === to;
    };
    const wrap = (inner: FetchHandler) => (request: Request) => {
      if (dead(request)) throw new Error('reset');
      return inner(request);
    };
    expect((await reference({}, { wrap })).class).toBe('stateful');
  },
);

test('a target without writes is probed with GET only, and every feature counts as supported', async () => {
  const remote = createServer((socket) => {
    socket.on('data', (data) => {
      expect(data.toString()).toMatch(/^GET /);
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 12\r\n\r\n{"value":[]}');
    });
    socket.on('error', () => undefined);
  });
  remote.listen(0, '127.0.0.1');
  await once(remote, 'listening');
  // This address reaches this machine, but it is not loopback for the policy.
  const url = `http://0.0.0.0:${(remote.address() as AddressInfo).port}/beta`;
  const profile = await probed({ name: 'remote', url, tokens: { writer: 'x' } });
  expect(offeredBy(profile)).toEqual([...featureIds].sort());
  expect(profile.features.top.how).toMatch(/sends only GET requests/);
  remote.close();
});

test.each<[string, FetchHandler, Target['tokens'], RegExp]>([
  ['a wrong token', always401, { writer: 'wrong' }, /rejects the writer's token with 401: .*SECURITY_ACTIONS_TOKEN/],
  ['no token', always401, {}, /responds with 401 without a token: .*--token/],
  ['a token without the permission', always(403, {}), { writer: 'x' }, /with 403: .*SecurityActions\.ReadWrite\.All/],
])('%s is a configuration error that says so', async (_, handler, tokens, sentence) => {
  const probing = probed(targetOf(handler, { tokens }));
  await expect(probing).rejects.toThrow(ConfigurationError);
  await expect(probing).rejects.toThrow(sentence);
});

const rejectsCreates = (request: Request) =>
  request.method === 'POST'
    ? Response.json({ error: { code: 'accessDenied', message: 'read only' } }, { status: 403 })
    : Response.json({ value: [] });
const jwt = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;

test.each([
  ['a token that cannot be read', 'opaque'],
  ['a token with another role', jwt({ roles: ['SecurityActions.Read.All'] })],
  ['a token with another scope', jwt({ scp: 'SecurityActions.Read.All' })],
])('%s that gets 403 for creates only is a configuration error in the words of the target', async (_, writer) => {
  const probing = probed(targetOf(rejectsCreates, { tokens: { writer } }));
  await expect(probing).rejects.toThrow(ConfigurationError);
  await expect(probing).rejects.toThrow(/with 403: the target says "read only"; .*ReadWrite\.All, and .* a list only/);
});

test.each(['reader', 'neighbour'])('a %s token that a list rejects is a configuration error', async (identity) => {
  const { fetch, tokens } = createReference();
  const handler: FetchHandler = (request) =>
    request.headers.get('authorization') === 'Bearer wrong' ? always401(request) : fetch(request);
  const probing = probed(targetOf(handler, { tokens: { ...(await tokens.mintAll()), [identity]: 'wrong' } }));
  await expect(probing).rejects.toThrow(ConfigurationError);
  await expect(probing).rejects.toThrow(new RegExp(`rejects the ${identity}'s token with 401: .*--${identity}-token`));
});

test('a closed port is an error in one line with its reason', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/beta`;
  server.close();
  await once(server, 'close');
  const probing = probed({ name: url, url, tokens: {} });
  await expect(probing).rejects.toThrow(Unreachable);
  await expect(probing).rejects.toThrow(new RegExp(`^the target at ${url} cannot be reached: .*ECONNREFUSED.*$`));
});

test('a target of which only lists get no response is probed without them', async () => {
  const wrap = (inner: FetchHandler) => (request: Request) =>
    request.method === 'GET' && /securityActions(\?|$)/.test(request.url)
      ? new Promise<Response>(() => undefined)
      : inner(request);
  const { fetch, tokens } = createReference();
  const target = targetOf(wrap(fetch), { tokens: { writer: await tokens.mint('writer') } });
  const profile = await probed(target, { timeoutMs: 30 });
  expect(profile).toMatchObject({ class: 'stateful', discriminates: true });
  expect(profile.features.top.how).toMatch(/^the probe got no response: .*no response within 30 ms/);
  await expect(probed(targetOf(wrap(always401), { tokens: { writer: 'wrong' } }))).rejects.toThrow(
    /rejects the writer's token with 401/,
  );
});

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

test('a Prism mock of the contract is stateless and distinguishes requests', async () => {
  const profile = await probed({ name: 'mock', url: mock.url, tokens: { writer: 'any' } });
  expect(profile).toMatchObject({ class: 'stateless', discriminates: true, notices: [] });
  expect(offeredBy(profile)).toEqual(['update']);
  expect(profile.features.top.how).toMatch(/stateless mock/);
});

/** The reference below another base path than the one given to the run, and the number of requests that it gets. */
function misplaced(base: string, elsewhere: () => Response) {
  const { fetch, basePath } = createReference();
  let sent = 0;
  const handler: FetchHandler = (request) => {
    sent++;
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(`${base}/security`)) return elsewhere();
    return fetch(new Request(request.url.replace(`${base}/security`, `${basePath}/security`), request));
  };
  return { handler, sent: () => sent };
}

const notFoundPage = () =>
  new Response('<h1>Not found</h1>', { status: 404, headers: { 'content-type': 'text/html' } });

test.each([
  ['404 with an HTML page', '/v1.0', '/beta', notFoundPage],
  ['404 with JSON', '', '/beta', () => json(404, { error: {} })],
  ['404', '/beta/v2', '/beta', () => json(404)],
  ['a redirect', '/api', '', () => new Response(null, { status: 302, headers: { location: '/login' } })],
  ['an HTML page', '/api', '/api/beta', () => new Response('<p>Hi', { headers: { 'content-type': 'text/html' } })],
])('a base URL with %s to everything ends the run, which names the neighbour', async (_, given, real, elsewhere) => {
  const { handler, sent } = misplaced(real, elsewhere);
  const tokens = await createReference().tokens.mintAll();
  const probing = probed(targetOf(handler, { url: `http://target.example${given}`, tokens }));
  await expect(probing).rejects.toThrow(Unreachable);
  await expect(probing).rejects.toThrow(
    new RegExp(`is this the base URL\\? The API responds at http://target\\.example${real}$`),
  );
  expect(sent()).toBeLessThan(10);
});

test('a host without the API ends the run after fewer than ten requests', async () => {
  const { handler, sent } = misplaced('/nowhere', notFoundPage);
  await expect(probed(targetOf(handler))).rejects.toThrow(/is this the base URL\? There is no API at /);
  expect(sent()).toBeLessThan(10);
});

test('a target whose list is missing is not taken for a wrong base URL', async () => {
  const wrap = (inner: FetchHandler) => (request: Request) =>
    request.method === 'GET' && request.url.endsWith('securityActions') ? json(404, { error: {} }) : inner(request);
  expect((await reference({}, { wrap })).class).toBe('stateful');
});

const patchedWith = (respond: (request: Request, inner: FetchHandler) => Response | Promise<Response>) => ({
  wrap: (inner: FetchHandler) => (request: Request) =>
    request.method === 'PATCH' ? respond(request, inner) : inner(request),
});

test('PATCH with 404 on an action that a get shows means that update is not supported', async () => {
  const { features, notices } = await reference(
    {},
    patchedWith(() => json(404, { error: {} })),
  );
  expect(features.update).toMatchObject({ offered: false, how: expect.stringContaining('404') });
  expect(notices).toEqual([expect.stringContaining('--lacks update')]);
});

test('PATCH with 404 by turns does not mean that update is not supported', async () => {
  let count = 0;
  const byTurns = patchedWith((request, inner) => (count++ % 2 === 0 ? json(404, { error: {} }) : inner(request)));
  expect((await reference({}, byTurns)).features.update.offered).toBe(true);
});

test('a rejected token quotes what the target says', async () => {
  const saying = always(
    401,
    { error: { code: 'x', message: 'The audience is wrong.' } },
    { 'www-authenticate': 'Bearer error="invalid_token"' },
  );
  const probing = probed(targetOf(saying));
  await expect(probing).rejects.toThrow(
    /401: the target says "The audience is wrong\.", WWW-Authenticate: Bearer error="invalid_token"; check/,
  );
  const page = () => new Response(`<h1>Blocked</h1>${'x'.repeat(500)}`, { status: 403 });
  await expect(probed(targetOf(page))).rejects.toThrow(/403: the target says "<h1>Blocked<\/h1>x+ … \(516/);
});

test('a target that never responds is unreachable, and the message names the option that gives it more time', async () => {
  const target = targetOf(() => new Promise<Response>(() => undefined));
  const probing = probed(target, { timeoutMs: 50 });
  await expect(probing).rejects.toThrow(/no response within 50 ms; .* --timeout/);
});

test('a target that never responds is not waited for twice', async () => {
  const limits: number[] = [];
  const timers = vi.spyOn(globalThis, 'setTimeout').mockImplementation(((end: () => void, ms: number) => {
    limits.push(ms);
    setImmediate(end);
  }) as typeof setTimeout);
  const target = targetOf(() => new Promise<Response>(() => undefined));
  await expect(probed(target, { timeoutMs: 20_000 })).rejects.toThrow(/no response within 20000 ms/);
  timers.mockRestore();
  expect(limits).toEqual([20_000, 5_000]);
});
