import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { exportJWK } from 'jose';
import type { SigningKeys } from '../identity/keys.js';
import { audience, type TokenIssuer } from '../identity/tokens.js';
import { authenticateClient, type OAuthClient } from './clients.js';
import { instanceDiscovery, openIdConfiguration } from './metadata.js';
import { OAuthError } from './oauth-error.js';
import { readTokenRequest } from './token-request.js';

const maxBodyBytes = 16_384;

/** What a token issuer needs. */
export interface OAuthIssuerOptions {
  /** Scheme, host and port of the server. */
  readonly origin: () => string;
  readonly clients: readonly OAuthClient[];
  readonly keys: SigningKeys;
  readonly tokens: TokenIssuer;
  /** Lifetime of a token, in seconds. */
  readonly lifetimeSeconds: number;
  /** Responds to every other request. */
  readonly otherwise: (request: Request) => Promise<Response>;
}

/** The scope that a client requests. */
export const scope = `${audience}/.default`;

/**
 * An OAuth 2.0 issuer of application tokens beside an API: discovery, keys, and the client credentials grant of each tenant, below
 * the paths of Microsoft's identity platform.
 */
export function createOAuthIssuer(options: OAuthIssuerOptions): Hono {
  const { origin, clients, keys } = options;
  const app = new Hono();
  const tenantOf = (given: string) => {
    const tenantId = given.toLowerCase();
    if (clients.some((client) => client.tenantId === tenantId)) return tenantId;
    throw new OAuthError('invalid_tenant', 'There is no tenant with this id.');
  };
  const document = (path: string, of: (origin: string, tenantId: string) => object | Promise<object>) =>
    app.get(path, async (c) => c.json(await of(origin(), tenantOf(c.req.param('tenant') ?? ''))));
  document('/:tenant/v2.0/.well-known/openid-configuration', openIdConfiguration);
  document('/:tenant/discovery/v2.0/keys', async () => {
    return { keys: [{ ...(await exportJWK(keys.publicKey)), kid: keys.keyId, alg: 'ES256', use: 'sig' }] };
  });
  app.get('/common/discovery/instance', (c) => {
    const [, tenant] = /^https?:\/\/[^/]+\/([^/]+)\//.exec(c.req.query('authorization_endpoint') ?? '') ?? [];
    return c.json(instanceDiscovery(origin(), tenantOf(tenant ?? '')));
  });
  app.all('/:tenant/oauth2/v2.0/authorize', () => {
    throw new OAuthError('unsupported_response_type', 'No user can sign in here. Use the client credentials grant.');
  });
  const tooLarge = () => {
    throw new OAuthError('invalid_request', `The body has more than ${maxBodyBytes} bytes.`, 413);
  };
  app.post('/:tenant/oauth2/v2.0/token', bodyLimit({ maxSize: maxBodyBytes, onError: tooLarge }), async (c) =>
    c.json(await grantToken(c.req.raw, tenantOf(c.req.param('tenant')), options), 200, notStored),
  );
  app.all('/:tenant/oauth2/v2.0/token', () => {
    throw new OAuthError('invalid_request', 'The token endpoint accepts POST only.', 405, { Allow: 'POST' });
  });
  app.notFound((c) => options.otherwise(c.req.raw));
  app.onError((error) => {
    const { status, headers, code, message } = error instanceof OAuthError ? error : unexpected;
    return Response.json(
      { error: code, error_description: message },
      { status, headers: { ...notStored, ...headers } },
    );
  });
  return app;
}

const notStored = { 'Cache-Control': 'no-store', Pragma: 'no-cache' };
const unexpected = new OAuthError('server_error', 'The issuer failed to handle the request.', 500);

/** The response to a request for a token (RFC 6749, section 5.1). */
async function grantToken(request: Request, tenantId: string, options: OAuthIssuerOptions): Promise<object> {
  const { credentials, resource } = await readTokenRequest(request);
  const { identity } = authenticateClient(options.clients, tenantId, credentials);
  const resources = [audience, options.origin(), graph];
  if (!resources.includes(resource))
    throw new OAuthError('invalid_scope', `There is no such resource. Expected the scope ${scope}.`);
  const accessToken = await options.tokens.mint(identity);
  const lifetime = options.lifetimeSeconds;
  return { token_type: 'Bearer', expires_in: lifetime, ext_expires_in: lifetime, access_token: accessToken };
}

/** The resource that programs for Microsoft Graph request a token for; here it is another name of this API. */
const graph = 'https://graph.microsoft.com';
