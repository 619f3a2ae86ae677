import { beforeEach, expect, expectTypeOf, test } from 'vitest';
import { createReference } from '../conformance/reference/index.js';
import {
  createSecurityActionsClient,
  type SecurityAction,
  type SecurityActionCollection,
  type SecurityActionsClient,
  type SecurityActionsFailure,
} from '../generated/client.js';

const baseUrl = 'http://reference.example/beta';
const minimal = { parameters: [{ name: 'IP', value: '192.0.2.1' }] };

let client: SecurityActionsClient;
let received: Request[];
let token: string;

beforeEach(async () => {
  const reference = createReference();
  token = (await reference.tokens.mintAll()).writer;
  received = [];
  client = clientOf(reference.fetch, token);
});

function clientOf(fetch: (request: Request) => Promise<Response>, as?: string | (() => string | Promise<string>)) {
  const recording = (request: Request) => {
    received.push(request.clone());
    return fetch(request);
  };
  return createSecurityActionsClient({ baseUrl, fetch: recording, ...(as !== undefined && { token: as }) });
}

async function create(): Promise<SecurityAction> {
  const { data } = await client.createSecurityAction(minimal);
  if (!data) throw new Error('nothing was created');
  return data;
}

test('the client calls the five operations', async () => {
  const created = await client.createSecurityAction({ ...minimal, name: 'BlockIp' });
  expect(created.response.status).toBe(201);
  const id = created.data?.id ?? '';
  const read = await client.getSecurityAction(id);
  expect(read.data).toMatchObject({ id, name: 'BlockIp', status: 'NotStarted' });
  const updated = await client.updateSecurityAction(id, { status: 'Running' });
  expect(updated.data?.status).toBe('Running');
  const cancelled = await client.cancelSecurityAction(id);
  expect([cancelled.response.status, cancelled.error]).toEqual([204, undefined]);
  const listed = await client.listSecurityActions({ query: { $top: 5, $count: true, $filter: "status eq 'Failed'" } });
  expect(listed.data).toMatchObject({ '@odata.count': 1, value: [{ id, status: 'Failed' }] });
});

test('an error response is a result with its own type', async () => {
  const { data, error, response } = await client.getSecurityAction('00000000-0000-4000-8000-000000000000');
  expect([data, response.status]).toEqual([undefined, 404]);
  expect(error?.error.message).toEqual(expect.any(String));
  const wrong = await client.createSecurityAction({} as never);
  expect([wrong.response.status, typeof wrong.error?.error.code]).toEqual([400, 'string']);
});

test('results have the types of the contract', async () => {
  const list = await client.listSecurityActions();
  if (list.error === undefined) expectTypeOf(list.data).toEqualTypeOf<SecurityActionCollection>();
  else expectTypeOf(list.error).toEqualTypeOf<SecurityActionsFailure>();
  const read = await client.getSecurityAction((await create()).id);
  if (read.data !== undefined) expectTypeOf(read.data).toEqualTypeOf<SecurityAction>();
  expectTypeOf<SecurityAction['status']>().toEqualTypeOf<
    'NotStarted' | 'Running' | 'Completed' | 'Failed' | null | undefined
  >();
});

test('a call that the contract forbids does not compile', async () => {
  const id = 'x';
  // @ts-expect-error parameters is required
  await client.createSecurityAction({ name: 'BlockIp' });
  // @ts-expect-error the enumeration has no such status
  await client.updateSecurityAction(id, { status: 'Cancelled' });
  // @ts-expect-error a pair requires a name
  await client.createSecurityAction({ parameters: [{ value: 'x' }] });
  // @ts-expect-error the contract has no such option
  await client.listSecurityActions({ query: { $search: 'x' } });
  expect(received.map(({ method }) => method)).toEqual(['POST', 'PATCH', 'POST', 'GET']);
});

test.each([
  ['a/b', 'a%2Fb'],
  ['a b', 'a%20b'],
  ['?#', '%3F%23'],
  ['ä', '%C3%A4'],
  ['100%', '100%25'],
])('the id %s is encoded as one path segment', async (id, segment) => {
  await client.getSecurityAction(id);
  await client.updateSecurityAction(id, { name: 'x' });
  await client.cancelSecurityAction(id);
  const item = `${baseUrl}/security/securityActions/${segment}`;
  expect(received.map(({ url }) => url)).toEqual([item, item, `${item}/cancelSecurityAction`]);
});

test.each(['', '.', '..'])('the id "%s" is rejected, because it would address another resource', async (id) => {
  await expect(client.getSecurityAction(id)).rejects.toThrow(/securityActionId: expected an id, received/);
  await expect(client.cancelSecurityAction(id)).rejects.toThrow(TypeError);
  expect(received).toEqual([]);
});

test('query options keep their names and are encoded', async () => {
  await client.listSecurityActions({ query: { $select: ['id', 'name'], $orderby: ['createdDateTime desc'] } });
  const { searchParams, search } = new URL(received[0]?.url ?? '');
  expect(searchParams.get('$select')).toBe('id,name');
  expect(search).toMatch(/\$orderby=createdDateTime(%20|\+)desc/);
});

test('the token is a string or a function, and a header of the call overrides it', async () => {
  await client.listSecurityActions();
  await clientOf(
    async () => Response.json({ value: [] }),
    async () => 'later',
  ).listSecurityActions();
  await clientOf(async () => Response.json({ value: [] }), 'own').listSecurityActions({
    headers: { Authorization: 'Bearer other' },
  });
  await clientOf(async () => Response.json({ value: [] })).listSecurityActions();
  expect(received.map(({ headers }) => headers.get('authorization'))).toEqual([
    `Bearer ${token}`,
    'Bearer later',
    'Bearer other',
    null,
  ]);
});

test('a call rejects when no response arrives', async () => {
  const failing = clientOf(() => Promise.reject(new Error('reset')));
  await expect(failing.listSecurityActions()).rejects.toThrow(/GET .*securityActions got no response: reset/);
});
