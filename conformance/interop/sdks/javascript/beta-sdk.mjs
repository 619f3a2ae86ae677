import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { ClientSecretCredential } from '@azure/identity';
import {
  createGraphBetaServiceClient,
  extendGraphBetaServiceClient,
  GraphBetaRequestAdapter,
} from '@microsoft/msgraph-beta-sdk';
import { GraphAzureIdentityAuthenticationProvider, PageIterator } from '@microsoft/msgraph-sdk-core';
import { assertDescending, fixedToken, given, play, refused, unique } from './calls.mjs';
import { createPage, errorMappings, navigation } from './security-actions.mjs';

extendGraphBetaServiceClient(navigation, {});

const credentialOf = (client, secret, authorityHost = given.AUTHORITY) =>
  new ClientSecretCredential(given.TENANT_ID, client, secret, { authorityHost, disableInstanceDiscovery: true });
function clientOf(credential, baseUrl = given.BASE_URL) {
  const hosts = new Set([new URL(baseUrl).host, new URL(baseUrl).hostname]);
  const scopes = ['https://graph.microsoft.com/.default'];
  const adapter = new GraphBetaRequestAdapter(
    new GraphAzureIdentityAuthenticationProvider(credential, scopes, undefined, hosts),
  );
  adapter.baseUrl = baseUrl;
  return { adapter, actions: createGraphBetaServiceClient(adapter).security.securityActions };
}

const { adapter, actions } = clientOf(credentialOf(given.CLIENT_ID, given.CLIENT_SECRET));
const bodyOf = (clientContext) => ({
  name: 'BlockIp',
  actionReason: 'Test',
  clientContext,
  parameters: [{ name: 'IP', value: '192.0.2.1' }],
  vendorInformation: { vendor: 'Microsoft', provider: 'Windows Defender ATP' },
});
const create = (clientContext, to = actions) => to.post(bodyOf(clientContext));
const read = (id) => actions.bySecurityActionId(id).get();
const list = (queryParameters, headers) => actions.get({ queryParameters, headers });
async function createThree(clientContext) {
  const created = [];
  for (let at = 0; at < 3; at++) created.push((await create(clientContext)).id);
  return created;
}
const ids = (of) => of.map(({ id }) => id);
async function iterate(first, headers) {
  const seen = [];
  const options = headers && { headers };
  await new PageIterator(adapter, first, (one) => seen.push(one) > 0, createPage, errorMappings, options).iterate();
  return ids(seen);
}
const listWith = (token) => clientOf(fixedToken(token)).actions.get();
const unknownId = '00000000-0000-4000-8000-000000000000';

await play({
  create: async () => {
    const context = unique('create');
    const action = await create(context);
    assert.equal(action.parameters[0].value, '192.0.2.1');
    assert.ok(action.createdDateTime instanceof Date);
    const { name, status, clientContext, appId } = action;
    const expected = { name: 'BlockIp', status: 'NotStarted', clientContext: context, appId: given.CLIENT_ID };
    assert.deepEqual({ name, status, clientContext, appId }, expected);
  },
  get: async () => {
    const { additionalData: _, ...created } = await create(unique('get'));
    const { additionalData: __, ...action } = await read(created.id);
    assert.deepEqual(action, created);
  },
  list: async () => {
    const { id } = await create(unique('list'));
    assert.ok(ids((await list()).value).includes(id));
  },
  update: async () => {
    const { id } = await create(unique('update'));
    const updated = await actions.bySecurityActionId(id).patch({ actionReason: 'Changed', status: 'Running' });
    assert.deepEqual([updated.actionReason, updated.status], ['Changed', 'Running']);
  },
  cancel: async () => {
    const { id } = await create(unique('cancel'));
    await actions.bySecurityActionId(id).cancelSecurityAction.post();
    assert.notEqual((await read(id)).status, 'NotStarted');
  },
  'read, modify and write a whole action': async () => {
    const { id } = await create(unique('write'));
    const action = await read(id);
    action.actionReason = 'Changed';
    await actions.bySecurityActionId(id).patch(action);
    const { lastActionDateTime: _, ...after } = await read(id);
    const { lastActionDateTime: __, ...expected } = action;
    assert.deepEqual(after, expected);
  },
  'iterate over pages': async () => {
    const created = await createThree(unique('pages'));
    const headers = { Prefer: ['odata.maxpagesize=2'] };
    const first = await list({}, headers);
    assert.equal(first.value.length, 2);
    const seen = await iterate(first, headers);
    assert.deepEqual(seen.slice(-3), created);
    assert.equal(new Set(seen).size, seen.length);
  },
  $top: async () => {
    await createThree(unique('top'));
    assert.equal((await list({ top: 2 })).value.length, 2);
  },
  'iterate over pages of $top': async () => {
    const context = unique('top');
    const created = await createThree(context);
    assert.deepEqual(await iterate(await list({ top: 2, filter: `clientContext eq '${context}'` })), created);
  },
  $select: async () => {
    const { id } = await create(unique('select'));
    const action = await actions.bySecurityActionId(id).get({ queryParameters: { select: ['id', 'name'] } });
    assert.deepEqual([action.id, action.name, action.status, action.parameters], [id, 'BlockIp', undefined, undefined]);
  },
  $filter: async () => {
    const context = unique('filter');
    const created = await createThree(context);
    assert.deepEqual(ids((await list({ filter: `clientContext eq '${context}'` })).value), created);
  },
  $orderby: async () => {
    const contexts = ['b', 'c', 'a'].map(unique);
    for (const context of contexts) await create(context);
    const all = (await list({ orderby: ['clientContext desc'] })).value.map(({ clientContext }) => clientContext);
    assertDescending(all, contexts);
  },
  $count: async () => {
    const context = unique('count');
    await createThree(context);
    const page = await list({ count: true, top: 1, filter: `clientContext eq '${context}'` });
    assert.equal(page.odataCount, 3);
  },
  'an action that does not exist': async () => {
    const { responseStatusCode, errorEscaped } = await refused(() => read(unknownId));
    assert.deepEqual([responseStatusCode, errorEscaped.code], [404, 'itemNotFound']);
  },
  'a caller without the permission': async () => {
    const reader = clientOf(credentialOf(given.READER_ID, given.READER_SECRET)).actions;
    assert.equal((await refused(() => create(unique('forbidden'), reader))).responseStatusCode, 403);
  },
  'a wrong secret': async () => {
    const client = clientOf(credentialOf(given.CLIENT_ID, 'wrong')).actions;
    assert.match((await refused(() => client.get())).message, /invalid_client/);
  },
  'a wrong token': async () => assert.equal((await refused(() => listWith('wrong'))).responseStatusCode, 401),
  'an expired token': async () =>
    assert.equal((await refused(() => listWith(given.EXPIRED_TOKEN))).responseStatusCode, 401),
  'a token that is renewed': async () => {
    const credential = credentialOf(given.CLIENT_ID, given.CLIENT_SECRET, given.SHORT_LIVED_AUTHORITY);
    const client = clientOf(credential, given.SHORT_LIVED_BASE_URL);
    await client.actions.get();
    await wait(5_000);
    await client.actions.get();
  },
  '429 with Retry-After': async () => {
    const credential = credentialOf(given.CLIENT_ID, given.CLIENT_SECRET, given.THROTTLED_AUTHORITY);
    const client = clientOf(credential, given.THROTTLED_BASE_URL);
    await client.actions.get();
    const { id } = await create(unique('throttled'), client.actions);
    assert.deepEqual(ids((await client.actions.get()).value), [id]);
  },
});
