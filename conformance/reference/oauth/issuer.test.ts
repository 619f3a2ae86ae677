import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { referenceIdentities } from '../identity/identities.js';
import { newSigningKey, signingKeysOf } from '../identity/keys.js';
import { audience } from '../identity/tokens.js';
import { createReference } from '../index.js';
import { type Listening, listen } from '../listen.js';
import { clientsOf, type OAuthClient } from './clients.js';
import { createOAuthIssuer, scope } from './issuer.js';
import { issuerUrls } from './metadata.js';

const lifetimeSeconds = 60;
const insecure = { [oauth.allowInsecureRequests]: true };
const keys = await signingKeysOf(newSigningKey());
const clients = clientsOf(keys.privateKey);
const [writer] = clients as [OAuthClient, ...OAuthClient[]];
let origin: string;
let server: Listening;

beforeAll(async () => {
  const reference = createReference({
    tokenLifetimeSeconds: lifetimeSeconds,
    trust: { keys, issuerOf: (tenantId) => issuerUrls(origin, tenantId).issuer },
  });
  const issuer = createOAuthIssuer({
    ...{ clients, keys, lifetimeSeconds, tokens: reference.tokens },
    origin: () => origin,
    otherwise: reference.fetch,
  });
  server = await listen({ fetch: async (request) => issuer.fetch(request), basePath: reference.basePath });
  origin = new URL(server.url).origin;
});
afterAll(() => server.close());

async function discover({ tenantId }: OAuthClient): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(issuerUrls(origin, tenantId).issuer);
  return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure));
}

async function request(client: OAuthClient, authentication: oauth.ClientAuth, parameters: Record<string, string>) {
  const as = await discover(client);
  const described = { client_id: client.id };
  const response = await oauth.clientCredentialsGrantRequest(as, described, authentication, parameters, insecure);
  return oauth.processClientCredentialsResponse(as, described, response);
}

async function statuses(token: string): Promise<readonly number[]> {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const url = `${server.url}/security/securityActions`;
  const list = await fetch(url, { headers });
  const create = await fetch(url, { method: 'POST', headers, body: '{"parameters":[]}' });
  return [list.status, create.status];
}

describe.each([
  ['client_secret_post', oauth.ClientSecretPost],
  ['client_secret_basic', oauth.ClientSecretBasic],
])('%s', (_, authentication) => {
  test.each([
    ['writer', [200, 201]],
    ['neighbour', [200, 201]],
    ['reader', [200, 403]],
    ['stranger', [403, 403]],
  ])('the token of the %s has its permissions', async (identity, expected) => {
    const client = clients.find((one) => one.identity === identity) as OAuthClient;
    const granted = await request(client, authentication(client.secret), { scope });
    expect(granted).toMatchObject({ token_type: 'bearer', expires_in: lifetimeSeconds });
    expect(await statuses(granted.access_token)).toEqual(expected);
  });

  test('a wrong secret is rejected', async () => {
    await expect(request(writer, authentication('wrong'), { scope })).rejects.toMatchObject({ status: 401 });
  });
});

test.each(['neighbour', 'writer'])(
  'the keys of discovery verify the token of the %s, not a token of another key',
  async (identity) => {
    const client = clients.find((one) => one.identity === identity) as OAuthClient;
    const { jwks_uri = '', issuer } = await discover(client);
    const { access_token: token } = await request(client, oauth.ClientSecretPost(client.secret), { scope });
    const keySet = createRemoteJWKSet(new URL(jwks_uri));
    const { payload, protectedHeader } = await jwtVerify(token, keySet, { issuer, audience });
    expect(payload).toMatchObject({ appid: client.id, tid: client.tenantId, aud: audience });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(lifetimeSeconds);
    expect(protectedHeader).toMatchObject({ alg: 'ES256', kid: keys.keyId });
    const foreign = await createReference().tokens.mint('writer');
    await expect(jwtVerify(foreign, keySet, {})).rejects.toThrow(/key/);
    expect(await statuses(foreign)).toEqual([401, 401]);
  },
);

test.each([
  ['the origin of the server', () => `${origin}/.default`],
  ['Microsoft Graph', () => 'https://graph.microsoft.com/.default'],
  [
    'Microsoft Graph, beside scopes about users',
    () => 'openid profile offline_access https://graph.microsoft.com/.default',
  ],
])('the API is also a resource named after %s', async (_, named) => {
  const { access_token: token } = await request(writer, oauth.ClientSecretPost(writer.secret), { scope: named() });
  expect(await statuses(token)).toEqual([200, 201]);
});

const right = { grant_type: 'client_credentials', client_id: writer.id, client_secret: writer.secret, scope };
const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
const { client_id: _id, client_secret: _secret, ...anonymous } = right;

test.each<[string, string, number, string, Record<string, string>?]>([
  ['no grant_type', 'invalid_request', 400, form({ ...right, grant_type: '' })],
  ['another grant_type', 'unsupported_grant_type', 400, form({ ...right, grant_type: 'password' })],
  ['no client_id', 'invalid_request', 400, form({ ...right, client_id: '' })],
  ['no client_secret', 'invalid_request', 400, form({ ...right, client_secret: '' })],
  ['an unknown client', 'invalid_client', 401, form({ ...right, client_id: 'nobody' })],
  [
    'a client of another tenant',
    'invalid_client',
    401,
    form({ ...right, client_id: referenceIdentities.neighbour.appid }),
  ],
  [
    'the client of delegated access',
    'invalid_client',
    401,
    form({ ...right, client_id: referenceIdentities.delegated.appid }),
  ],
  ['no scope', 'invalid_scope', 400, form({ ...right, scope: '' })],
  ['only scopes about users', 'invalid_scope', 400, form({ ...right, scope: 'openid profile' })],
  ['a scope without .default', 'invalid_scope', 400, form({ ...right, scope: audience })],
  ['another resource', 'invalid_scope', 400, form({ ...right, scope: 'https://other.example/.default' })],
  ['two resources', 'invalid_scope', 400, form({ ...right, scope: `${scope} ${scope}` })],
  ['a repeated parameter', 'invalid_request', 400, `${form(right)}&scope=x`],
  ['another media type', 'invalid_request', 400, JSON.stringify(right), { 'content-type': 'application/json' }],
  ['a large body', 'invalid_request', 413, `${form(right)}&x=${'x'.repeat(20_000)}`],
  [
    'credentials in both places',
    'invalid_request',
    400,
    form(right),
    { authorization: basic(writer.id, writer.secret) },
  ],
  ['another scheme', 'invalid_request', 400, form(anonymous), { authorization: 'Bearer x' }],
  ['a wrong Basic secret', 'invalid_client', 401, form(anonymous), { authorization: basic(writer.id, 'wrong') }],
])('a token request with %s is rejected as %s with %i', async (_, error, status, body, headers = {}) => {
  const response = await post(writer.tenantId, body, headers);
  expect([response.status, response.headers.get('cache-control')]).toEqual([status, 'no-store']);
  expect(response.headers.get('www-authenticate')).toBe(status === 401 ? 'Basic realm="securityActions"' : null);
  const received = (await response.json()) as { error_description: string };
  expect(received).toEqual({ error, error_description: expect.stringMatching(/^[\x20\x21\x23-\x5b\x5d-\x7e]+$/) });
  expect(received.error_description).not.toContain(writer.secret);
});

test('credentials with special characters are decoded before they are compared', async () => {
  const encoded = [...writer.secret].map((c) => `%${c.charCodeAt(0).toString(16)}`).join('');
  const response = await post(writer.tenantId, form(anonymous), { authorization: basic(writer.id, encoded) });
  expect(response.status).toBe(200);
});

test('an unknown tenant is rejected, and the token endpoint accepts POST only', async () => {
  expect((await post('33333333-0000-4000-8000-000000000003', form(right))).status).toBe(400);
  const unknown = await fetch(`${origin}/unknown/v2.0/.well-known/openid-configuration`);
  expect([unknown.status, await unknown.json()]).toMatchObject([400, { error: 'invalid_tenant' }]);
  const read = await fetch(issuerUrls(origin, writer.tenantId).token);
  expect([read.status, read.headers.get('allow')]).toEqual([405, 'POST']);
});

test('instance discovery leads to the configuration of the tenant', async () => {
  const authorize = issuerUrls(origin, writer.tenantId).authorize;
  const query = new URLSearchParams({ 'api-version': '1.1', authorization_endpoint: authorize });
  const response = await fetch(`${origin}/common/discovery/instance?${query}`);
  const found = (await response.json()) as { tenant_discovery_endpoint: string };
  expect(await (await fetch(found.tenant_discovery_endpoint)).json()).toEqual(await discover(writer));
  expect((await fetch(`${origin}/common/discovery/instance`)).status).toBe(400);
});

test('a secret changes only with the key', async () => {
  expect(clientsOf(keys.privateKey)).toEqual(clients);
  const { privateKey } = await signingKeysOf(newSigningKey());
  expect(clientsOf(privateKey).map(({ secret }) => secret)).not.toContain(writer.secret);
  expect(new Set(clients.map(({ secret }) => secret)).size).toBe(clients.length);
});

function form(parameters: Record<string, string>): string {
  return String(new URLSearchParams(parameters));
}

async function post(tenantId: string, body: string, headers: Record<string, string> = {}) {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  return fetch(issuerUrls(origin, tenantId).token, { method: 'POST', body, headers: { ...form, ...headers } });
}
