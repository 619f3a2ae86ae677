import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Middleware as OpenapiFetchMiddleware } from 'openapi-fetch';
import { afterEach, beforeEach, expect, expectTypeOf, test, vi } from 'vitest';
import { createReference } from '../conformance/reference/index.js';
import {
  createSecurityActionsClient,
  type SecurityAction,
  type SecurityActionsClientOptions,
  SecurityActionsError,
} from '../generated/client.js';

const baseUrl = 'http://service.example/beta';
const list = `${baseUrl}/security/securityActions`;
const minimal = { parameters: [] };
let received: Request[];
beforeEach(() => {
  received = [];
});
afterEach(() => {
  vi.useRealTimers();
});

/** A client of a service that gives these answers, the last of them again and again. */
function clientOf(
  answers: readonly (() => Response | Promise<Response>)[],
  options: Partial<SecurityActionsClientOptions> = {},
) {
  const fetch = async (request: Request) => {
    received.push(request.clone());
    const answer = answers[Math.min(received.length, answers.length) - 1];
    if (!answer) throw new Error('no answer');
    return answer();
  };
  return createSecurityActionsClient({ baseUrl, fetch, ...options });
}

const refused = (status: number, retryAfter?: string) => () =>
  new Response(null, { status, headers: retryAfter === undefined ? {} : { 'Retry-After': retryAfter } });
const action = (status = 'Running') => Response.json({ id: '1', status });
const created = () => Response.json({ id: '1' }, { status: 201, headers: { Location: '/1', ETag: 'W/"1"' } });
const never = () => new Promise<Response>(() => {});

test.each([429, 503])('a read is sent again after %i, not before Retry-After', async (status) => {
  vi.useFakeTimers();
  const reading = clientOf([refused(status, '2'), () => action()]).getSecurityAction('1');
  await vi.advanceTimersByTimeAsync(1999);
  expect(received).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect((await reading).data?.id).toBe('1');
  expect(received).toHaveLength(2);
});

test('a date in Retry-After is compared with the clock of the service', async () => {
  const headers = { Date: 'Fri, 01 Jan 2021 00:00:00 GMT', 'Retry-After': 'Fri, 01 Jan 2021 00:00:09 GMT' };
  const { retryAfter } = await clientOf([() => new Response(null, { status: 503, headers })], {
    retries: 0,
  }).getSecurityAction('1');
  expect(retryAfter).toBe(9);
});

test('a create is never sent again after 503 or a lost response, and is after 429', async () => {
  const failed = await clientOf([refused(503, '0'), created]).createSecurityAction(minimal);
  expect([failed.status, failed.retryAfter, received.length]).toEqual([503, 0, 1]);
  received = [];
  await expect(
    clientOf([() => Promise.reject(new Error('reset')), created]).createSecurityAction(minimal),
  ).rejects.toThrow('reset');
  expect(received).toHaveLength(1);
  received = [];
  expect((await clientOf([refused(429, '0'), created]).createSecurityAction(minimal)).status).toBe(201);
  expect(await Promise.all(received.map((request) => request.json()))).toEqual([minimal, minimal]);
});

test.each([
  [500, '0', 1],
  [429, '61', 1],
  [429, '0', 4],
  [503, '0', 4],
])('a list that gets %i with Retry-After %s ends in an error after %i requests', async (status, wait, requests) => {
  const { error, retryAfter } = await clientOf([refused(status, wait)]).listSecurityActions();
  expect([error?.status, retryAfter, received.length]).toEqual([status, Number(wait), requests]);
});

test('without Retry-After the wait grows, and without retries there is none', async () => {
  vi.useFakeTimers();
  const listing = clientOf([refused(503)]).listSecurityActions();
  const at: number[] = [];
  for (let seconds = 0; seconds < 12; seconds++) {
    at.push(received.length);
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect((await listing).status).toBe(503);
  expect([at[0], at[1], at.at(-1)]).toEqual([1, 2, 4]);
  received = [];
  await clientOf([refused(503)], { retries: 0 }).listSecurityActions();
  expect(received).toHaveLength(1);
});

test('a timeout ends an attempt whose response, or the body of it, does not arrive', async () => {
  await expect(clientOf([never], { timeout: 20 }).getSecurityAction('1')).rejects.toMatchObject({
    name: 'TimeoutError',
    message: expect.stringMatching(/GET http.*no response in 20 ms/),
  });
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"id":');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = createSecurityActionsClient({
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    timeout: 100,
  });
  await expect(client.getSecurityAction('1')).rejects.toMatchObject({ name: 'TimeoutError' });
  server.closeAllConnections();
  server.close();
});

test('a signal ends a call at once: before it, during it, and while it waits', async () => {
  const reason = new Error('enough');
  await expect(clientOf([created]).createSecurityAction(minimal, { signal: AbortSignal.abort(reason) })).rejects.toBe(
    reason,
  );
  expect(received).toHaveLength(0);
  for (const answer of [never, refused(429, '50')]) {
    const control = new AbortController();
    const call = clientOf([answer]).getSecurityAction('1', { signal: control.signal });
    setTimeout(() => control.abort(reason), 20);
    await expect(call).rejects.toBe(reason);
  }
  expect(received).toHaveLength(2);
});

test('a redirect is not followed, whatever sends the request', async () => {
  const server = createServer((request, response) => {
    received.push(new Request(`http://service.example${request.url}`));
    response.writeHead(302, { location: '/beta/security/securityActions' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = createSecurityActionsClient({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  await expect(client.createSecurityAction(minimal)).rejects.toThrow(/was redirected.*set baseUrl/);
  expect(received).toHaveLength(1);
  server.close();
  const { error } = await clientOf([
    () => new Response(null, { status: 302, headers: { Location: list } }),
  ]).listSecurityActions();
  expect(error?.error.message).toMatch(/Redirected to .*set baseUrl/);
  const followed = () => Object.defineProperty(Response.json({ value: [] }), 'redirected', { value: true });
  await expect(clientOf([followed]).listSecurityActions()).rejects.toThrow(/was redirected/);
  expect(received.at(-1)?.redirect).toBe('error');
});

async function drain(items: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of items);
}

test('all yields the actions of every page, with the token and header fields of the client', async () => {
  const pages = [
    { value: [{ id: '1' }, { id: '2' }], '@odata.nextLink': `${list}?$skiptoken=a%2F%7Bx%7D/` },
    { value: [], '@odata.nextLink': '?$skiptoken=2' },
    { value: [{ id: '3' }] },
  ];
  const client = clientOf(
    pages.map((page) => () => Response.json(page)),
    { token: 't' },
  );
  const seen: SecurityAction[] = [];
  for await (const one of client.all({ query: { $top: 2, $filter: undefined }, headers: { 'client-request-id': 'c' } }))
    seen.push(one);
  expect(seen.map(({ id }) => id)).toEqual(['1', '2', '3']);
  expect(received.map(({ url }) => url)).toEqual([
    `${list}?$top=2`,
    `${list}?$skiptoken=a%2F%7Bx%7D/`,
    `${list}?$skiptoken=2`,
  ]);
  for (const { headers } of received)
    expect([headers.get('authorization'), headers.get('client-request-id')]).toEqual(['Bearer t', 'c']);
});

test.each([
  ['https://service.example/beta/next', /leaves http:\/\/service.example/],
  ['http://other.example/beta/next', /leaves/],
  ['//other.example/next', /leaves/],
  ['http://service.example:81/next', /leaves/],
  ['javascript:1', /leaves/],
  ['http://[', /leaves/],
  [7, /leaves/],
  [`${list}?b`, /page that was read/],
])('all stops at the next link %s and sends nothing there', async (link, message) => {
  const page = (next: unknown) => () => Response.json({ value: [{ id: '1' }], '@odata.nextLink': next });
  const client = clientOf([page(`${list}?b`), page(link)], { token: 't' });
  await expect(drain(client.all())).rejects.toThrow(message);
  expect(received).toHaveLength(2);
});

test('all and waitUntilFinished throw the error of the service', async () => {
  const client = clientOf([refused(403)]);
  await expect(client.all().next()).rejects.toMatchObject({
    name: 'SecurityActionsError',
    status: 403,
    failure: { error: { code: 'accessDenied' } },
  });
  await expect(client.waitUntilFinished('1')).rejects.toThrow(SecurityActionsError);
});

test('waitUntilFinished polls at growing intervals until the status is final', async () => {
  vi.useFakeTimers();
  const answers = ['NotStarted', 'Running', 'Running', 'Running', 'Completed'].map((status) => () => action(status));
  const waiting = clientOf(answers).waitUntilFinished('1', { signal: undefined, timeout: undefined });
  const times: number[] = [];
  for (let tenths = 0; received.length < 5; tenths++) {
    if (received.length > times.length) times.push(tenths);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect((await waiting).status).toBe('Completed');
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
  expect(new Set(gaps).size).toBeGreaterThan(1);
});

test('waitUntilFinished ends with its timeout, also during a request, and with its signal', async () => {
  const late = { name: 'TimeoutError', message: expect.stringMatching(/not finished after 30 ms/) };
  await expect(clientOf([() => action()]).waitUntilFinished('1', { timeout: 30 })).rejects.toMatchObject(late);
  await expect(clientOf([never]).waitUntilFinished('1', { timeout: 30 })).rejects.toMatchObject(late);
  const reason = new Error('enough');
  const call = clientOf([() => action()]).waitUntilFinished('1', { signal: AbortSignal.timeout(20) });
  await expect(call).rejects.toMatchObject({ name: 'TimeoutError' });
  await expect(clientOf([never]).waitUntilFinished('1', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

test('waitUntilFinished returns an action of the reference that ends by itself', async () => {
  const reference = createReference({ advanceAfter: 300 });
  const { writer: token } = await reference.tokens.mintAll();
  const client = createSecurityActionsClient({
    baseUrl: 'http://reference.example/beta',
    fetch: reference.fetch,
    token,
  });
  const { data } = await client.createSecurityAction(minimal);
  expect((await client.waitUntilFinished(data?.id ?? '')).status).toBe('Completed');
});

test('create and update give an action, unless the call asks for a minimal response', async () => {
  const nothing = () => new Response(null, { status: 204 });
  const client = clientOf([created, nothing, nothing, nothing]);
  const whole = await client.createSecurityAction(minimal, { headers: { Prefer: undefined } });
  expect([whole.location, whole.etag, whole.status]).toEqual(['/1', 'W/"1"', 201]);
  if (!whole.error) expectTypeOf(whole.data).toEqualTypeOf<SecurityAction>();
  expectTypeOf(whole.retryAfter).toEqualTypeOf<number | undefined>();
  const less = await client.updateSecurityAction('1', {}, { headers: { Prefer: 'return=minimal' } });
  expect([less.data, less.error]).toEqual([undefined, undefined]);
  if (!less.error) expectTypeOf(less.data).toEqualTypeOf<SecurityAction | undefined>();
  const wide: string = 'return=minimal';
  const unknown = await client.createSecurityAction(minimal, { headers: { prefer: wide } });
  if (!unknown.error) expectTypeOf(unknown.data).toEqualTypeOf<SecurityAction | undefined>();
  await expect(client.updateSecurityAction('1', {})).rejects.toThrow(/expected status 200, received 204/);
});

test('what cannot be sent is refused before a request', async () => {
  const client = clientOf([() => action()]);
  for (const id of [undefined, null, 1, {}, ''] as never[]) {
    await expect(client.getSecurityAction(id)).rejects.toThrow(/securityActionId: expected an id, received/);
    await expect(client.cancelSecurityAction(id)).rejects.toThrow(TypeError);
    await expect(client.updateSecurityAction(id, {})).rejects.toThrow(TypeError);
    await expect(client.waitUntilFinished(id)).rejects.toThrow(TypeError);
  }
  for (const body of [undefined, null, 'x', []] as never[])
    await expect(client.createSecurityAction(body)).rejects.toThrow(/body: expected an object/);
  for (const token of ['', 'Bearer x', 'a\nb', null] as never[]) {
    expect(() => clientOf([], { token })).toThrow(/token: expected text without spaces/);
    await expect(clientOf([], { token: () => token }).listSecurityActions()).rejects.toThrow(/token: expected/);
  }
  await expect(clientOf([], { token: (() => undefined) as never }).listSecurityActions()).rejects.toThrow(/token/);
  for (const url of [
    '/beta',
    'service.example',
    'ftp://a.example',
    'http:/a',
    'http://a.example?x',
    'http://a.example/#x',
    'http://u:p@a.example',
    '',
    undefined,
    null,
    5,
  ] as never[])
    expect(() => clientOf([], { baseUrl: url }), url).toThrow(/baseUrl: expected an absolute http/);
  for (const timeout of [0, -1, Number.NaN, '5'] as never[])
    expect(() => clientOf([], { timeout })).toThrow(/timeout: expected a number/);
  expect(() => clientOf([], { headers: { prefer: 'return=minimal' } })).toThrow(/Prefer on a call/);
  expect(received).toEqual([]);
});

test.each(['http://service.example/beta/', 'http://service.example/beta//', 'HTTP://SERVICE.example/beta'])(
  'the base URL %s is the same as without its ornament',
  async (url) => {
    await clientOf([() => action()], { baseUrl: url }).getSecurityAction('$&');
    expect(received[0]?.url).toBe(`${list}/%24%26`);
  },
);

test('middleware of openapi-fetch sees requests in order, and responses and errors in the opposite order', async () => {
  const log: string[] = [];
  const noting = (name: string): OpenapiFetchMiddleware => ({
    onRequest({ request, schemaPath, params }) {
      log.push(`${name} > ${request.method} ${schemaPath} ${params.path?.securityActionId}`);
      request.headers.set(`x-${name}`, '1');
    },
    onResponse: ({ response }) => {
      log.push(`${name} < ${response.status}`);
    },
    onError: ({ error }) => {
      log.push(`${name} ! ${(error as Error).message}`);
      return new Error(`${name} failed`);
    },
  });
  const client = clientOf([refused(429, '0'), () => action(), () => Promise.reject(new Error('reset'))], {
    middleware: [noting('a')],
  });
  client.use(noting('b'));
  await client.getSecurityAction('1');
  const path = 'GET /security/securityActions/{securityActionId} 1';
  expect(log).toEqual([`a > ${path}`, `b > ${path}`, 'b < 200', 'a < 200']);
  expect(received.map(({ headers }) => [headers.get('x-a'), headers.get('x-b')])).toEqual([
    ['1', '1'],
    ['1', '1'],
  ]);
  await expect(client.getSecurityAction('1')).rejects.toThrow('a failed');
  expect(log.slice(-2)).toEqual([expect.stringMatching(/^b ! .*reset/), 'a ! b failed']);
});

test('middleware may replace the request, the response and the answer', async () => {
  const client = clientOf([() => action()]);
  client.use({
    onRequest: ({ request }) => new Request(request, { headers: { 'x-new': '1' } }),
    onResponse: ({ response }) => (response.status === 200 ? Response.json({ id: 'other' }) : undefined),
  });
  expect((await client.getSecurityAction('1')).data?.id).toBe('other');
  expect(received[0]?.headers.get('x-new')).toBe('1');
  client.use({ onRequest: () => Response.json({ id: 'cached' }) });
  expect((await client.getSecurityAction('1')).data?.id).toBe('cached');
  expect(received).toHaveLength(1);
});
