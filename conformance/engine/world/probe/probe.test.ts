import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Mock, startMock } from '../../../mock/prism.js';
import { createReference, type ReferenceOptions } from '../../../reference/index.js';
import { ConfigurationError } from '../../errors.js';
import type { FetchHandler } from '../../http/transport/handler.js';
import { Session } from '../../run/session.js';
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

test('the probe finds required names and a list of vendors', async () => {
  const wanting = await reference({ namesRequired: true });
  expect(wanting.features['names-required'].offered).toBe(true);
  const vendors = [{ vendor: 'Example Security', provider: 'Example Provider' }];
  expect((await reference({ vendors })).features.vendors.offered).toBe(true);
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
  ['404', always(404, { error: {} })],
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
  ['a redirect', () => new Response(null, { status: 302, headers: { location: 'http://elsewhere.example/' } })],
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
