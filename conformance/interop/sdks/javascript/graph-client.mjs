import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { ClientSecretCredential } from '@azure/identity';
import { Client, PageIterator } from '@microsoft/microsoft-graph-client';
import { TokenCredentialAuthenticationProvider } from '@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials/index.js';
import { assertDescending, fixedToken, given, play, refused, unique } from './calls.mjs';

// The code of the permission page, with another authority and base URL.
const credentialOf = (client, secret, authorityHost = given.AUTHORITY) =>
  new ClientSecretCredential(given.TENANT_ID, client, secret, { authorityHost, disableInstanceDiscovery: true });
function clientOf(credential, baseUrl = given.BASE_URL) {
  const authProvider = new TokenCredentialAuthenticationProvider(credential, {
    scopes: ['https://graph.microsoft.com/.default'],
  });
  const { origin, hostname } = new URL(baseUrl);
  return Client.initWithMiddleware({
    authProvider,
    baseUrl: origin,
    defaultVersion: 'beta',
    customHosts: new Set([hostname]),
  });
}

const graphClient = clientOf(credentialOf(given.CLIENT_ID, given.CLIENT_SECRET));
const path = '/security/securityActions';
const bodyOf = (clientContext, value = '192.0.2.1') => ({
  name: 'BlockIp',
  actionReason: 'Test',
  clientContext,
  parameters: [{ name: 'IP', value }],
  vendorInformation: { vendor: 'Microsoft', provider: 'Windows Defender ATP' },
});
const create = (clientContext, client = graphClient) => client.api(path).post(bodyOf(clientContext));
const createThree = async (clientContext) => [
  await create(clientContext),
  await create(clientContext),
  await create(clientContext),
];
const unknownId = '00000000-0000-4000-8000-000000000000';
const ids = (actions) => actions.map(({ id }) => id);

await play({
  create: async () => {
    const context = unique('create');
    const action = await create(context);
    const { name, status, parameters, clientContext, appId } = action;
    assert.deepEqual(
      { name, status, parameters, clientContext, appId },
      {
        ...{ name: 'BlockIp', status: 'NotStarted', parameters: [{ name: 'IP', value: '192.0.2.1' }] },
        ...{ clientContext: context, appId: given.CLIENT_ID },
      },
    );
  },
  get: async () => {
    const action = await create(unique('get'));
    const { '@odata.context': _, ...read } = await graphClient.api(`${path}/${action.id}`).get();
    const { '@odata.context': __, ...created } = action;
    assert.deepEqual(read, created);
  },
  list: async () => {
    const { id } = await create(unique('list'));
    const { value } = await graphClient.api(path).get();
    assert.ok(ids(value).includes(id));
  },
  update: async () => {
    const { id } = await create(unique('update'));
    const updated = await graphClient.api(`${path}/${id}`).patch({ actionReason: 'Changed', status: 'Running' });
    assert.deepEqual([updated.actionReason, updated.status], ['Changed', 'Running']);
  },
  cancel: async () => {
    const { id } = await create(unique('cancel'));
    assert.equal(await graphClient.api(`${path}/${id}/cancelSecurityAction`).post({}), undefined);
    assert.notEqual((await graphClient.api(`${path}/${id}`).get()).status, 'NotStarted');
  },
  'read, modify and write a whole action': async () => {
    const { id } = await create(unique('write'));
    const action = await graphClient.api(`${path}/${id}`).get();
    await graphClient.api(`${path}/${id}`).patch({ ...action, actionReason: 'Changed' });
    const { lastActionDateTime: _, ...after } = await graphClient.api(`${path}/${id}`).get();
    const { lastActionDateTime: __, ...before } = action;
    assert.deepEqual(after, { ...before, actionReason: 'Changed' });
  },
  'iterate over pages': async () => {
    const created = await createThree(unique('pages'));
    const headers = { Prefer: 'odata.maxpagesize=2' };
    const first = await graphClient.api(path).headers(headers).get();
    assert.equal(first.value.length, 2);
    const seen = [];
    await new PageIterator(graphClient, first, (action) => seen.push(action) > 0, { headers }).iterate();
    assert.deepEqual(ids(seen).slice(-3), ids(created));
    assert.equal(new Set(ids(seen)).size, seen.length);
  },
  $top: async () => {
    await createThree(unique('top'));
    const page = await graphClient.api(path).top(2).get();
    assert.equal(page.value.length, 2);
  },
  'iterate over pages of $top': async () => {
    const context = unique('top');
    const created = await createThree(context);
    const first = await graphClient.api(path).filter(`clientContext eq '${context}'`).top(2).get();
    const seen = [];
    await new PageIterator(graphClient, first, (action) => seen.push(action) > 0).iterate();
    assert.deepEqual(ids(seen), ids(created));
  },
  $select: async () => {
    const { id } = await create(unique('select'));
    const action = await graphClient.api(`${path}/${id}`).select(['id', 'name']).get();
    assert.deepEqual(
      Object.keys(action)
        .filter((name) => !name.startsWith('@'))
        .sort(),
      ['id', 'name'],
    );
  },
  $filter: async () => {
    const context = unique('filter');
    const created = await createThree(context);
    const { value } = await graphClient.api(path).filter(`clientContext eq '${context}'`).get();
    assert.deepEqual(ids(value), ids(created));
  },
  $orderby: async () => {
    const contexts = ['b', 'c', 'a'].map(unique);
    for (const context of contexts) await create(context);
    const { value } = await graphClient.api(path).orderby('clientContext desc').get();
    const all = value.map(({ clientContext }) => clientContext);
    assertDescending(all, contexts);
  },
  $count: async () => {
    const context = unique('count');
    await createThree(context);
    const page = await graphClient.api(path).filter(`clientContext eq '${context}'`).top(1).count(true).get();
    assert.equal(page['@odata.count'], 3);
  },
  'an action that does not exist': async () => {
    const { statusCode, code } = await refused(() => graphClient.api(`${path}/${unknownId}`).get());
    assert.deepEqual([statusCode, code], [404, 'itemNotFound']);
  },
  'a caller without the permission': async () => {
    const reader = clientOf(credentialOf(given.READER_ID, given.READER_SECRET));
    assert.equal((await refused(() => create(unique('forbidden'), reader))).statusCode, 403);
  },
  'a wrong secret': async () => {
    const client = clientOf(credentialOf(given.CLIENT_ID, 'wrong'));
    assert.match((await refused(() => client.api(path).get())).message, /invalid_client/);
  },
  'a wrong token': async () =>
    assert.equal((await refused(() => clientOf(fixedToken('wrong')).api(path).get())).statusCode, 401),
  'an expired token': async () =>
    assert.equal((await refused(() => clientOf(fixedToken(given.EXPIRED_TOKEN)).api(path).get())).statusCode, 401),
  'a token that is renewed': async () => {
    const credential = credentialOf(given.CLIENT_ID, given.CLIENT_SECRET, given.SHORT_LIVED_AUTHORITY);
    const client = clientOf(credential, given.SHORT_LIVED_BASE_URL);
    await client.api(path).get();
    await wait(5_000);
    await client.api(path).get();
  },
  '429 with Retry-After': async () => {
    const credential = credentialOf(given.CLIENT_ID, given.CLIENT_SECRET, given.THROTTLED_AUTHORITY);
    const client = clientOf(credential, given.THROTTLED_BASE_URL);
    await client.api(path).get();
    const { id } = await create(unique('throttled'), client);
    assert.deepEqual(ids((await client.api(path).get()).value), [id]);
  },
  'the import of the permission page': () =>
    import('@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials'),
});
