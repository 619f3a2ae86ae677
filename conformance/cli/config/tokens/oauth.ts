import { ConfigurationError, errorText, Unreachable } from '../../../engine/errors.js';
import type { IssuedToken, TokenSource } from '../../../engine/http/credentials/token-renewal.js';
import { isLoopback } from '../../../engine/http/policy.js';
import { routeTo } from '../../../engine/http/transport/agents.js';
import type { Network } from '../../../engine/http/transport/network.js';
import { socketTransport } from '../../../engine/http/transport/socket.js';
import { TransportError } from '../../../engine/http/transport/transport.js';

/** An OAuth 2.0 client that gets tokens with its own credentials. */
export interface OauthClient {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope?: string;
  readonly audience?: string;
}

type Rejection = { readonly error?: string | undefined; readonly error_description?: string | undefined };

const limits = { timeoutMs: 30_000, maxBodyBytes: 1024 * 1024 };

/**
 * Gets tokens from an authorization server with the client credentials grant (RFC 6749, section 4.4), with the certificates and proxies of
 * the target. The credentials go into `Authorization` first and, where the server rejects that, into the body.
 *
 * @param where names the setting in messages.
 * @throws ConfigurationError for a URL of the server that would give away the secret.
 */
export function oauthSource(client: OauthClient, { tls, proxies }: Network, where: string): TokenSource {
  const { tokenUrl, clientSecret } = client;
  const url = URL.canParse(tokenUrl) ? new URL(tokenUrl) : undefined;
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))))
    throw new ConfigurationError(
      `${where}: tokenUrl is "${tokenUrl}": expected an https URL, because the secret of the client is sent to it`,
    );
  const route = routeTo(url, { tls, proxies });
  const failed = (error: unknown) => {
    const text = errorText(error).replaceAll(clientSecret, '$CLIENT_SECRET');
    if (error instanceof TransportError)
      return new Unreachable(`${where}: the token endpoint ${tokenUrl} cannot be reached: ${text}`);
    return new ConfigurationError(`${where}: the token endpoint ${tokenUrl} gives no token: ${text}`);
  };
  let method: 'Basic' | 'Post' | undefined;
  return async () => {
    try {
      try {
        const issued = await granted(client, route, method ?? 'Basic');
        method ??= 'Basic';
        return issued;
      } catch (error) {
        if (method !== undefined || error instanceof TransportError) throw error;
        const issued = await granted(client, route, 'Post');
        method = 'Post';
        return issued;
      }
    } catch (error) {
      throw failed(error);
    }
  };
}

async function granted(
  { tokenUrl, clientId, clientSecret, scope, audience }: OauthClient,
  route: ReturnType<typeof routeTo>,
  method: 'Basic' | 'Post',
): Promise<IssuedToken> {
  const oauth = await import('oauth4webapi');
  const transport = socketTransport(1, route);
  const send = async (
    to: string,
    { method: verb, headers, body }: { method: string; headers: object; body?: unknown },
  ) => {
    const request = { method: verb, url: to, headers: { ...headers }, body: String(body) };
    const { status, headers: fields, body: bytes } = await transport.send(request, limits);
    return new Response(Buffer.from(bytes), {
      status,
      headers: [...fields].map(([name, value]) => [name, value] as [string, string]),
    });
  };
  const server = { issuer: new URL(tokenUrl).origin, token_endpoint: tokenUrl };
  const client = { client_id: clientId };
  const authentication =
    method === 'Basic' ? oauth.ClientSecretBasic(clientSecret) : oauth.ClientSecretPost(clientSecret);
  const parameters = { ...(scope !== undefined && { scope }), ...(audience !== undefined && { audience }) };
  const options = { [oauth.allowInsecureRequests]: true, [oauth.customFetch]: send };
  const askedAt = Date.now();
  try {
    const response = await oauth.clientCredentialsGrantRequest(server, client, authentication, parameters, options);
    const { access_token, expires_in } = await oauth.processClientCredentialsResponse(server, client, response);
    return { token: access_token, ...(expires_in !== undefined && { expiresAt: askedAt + expires_in * 1_000 }) };
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError) throw new Error(`it responds with ${rejection(error.status, error)}`);
    if (error instanceof oauth.WWWAuthenticateChallengeError)
      throw new Error(`it responds with ${rejection(error.status, await bodyOf(error.response))}`);
    if (error instanceof oauth.OperationProcessingError && error.cause instanceof Response)
      throw new Error(
        `it responds with ${error.cause.status}: expected a JSON object with access_token and token_type`,
      );
    throw error;
  } finally {
    await transport.close();
  }
}

async function bodyOf(response: Response): Promise<Rejection> {
  const body: unknown = await response.json().catch(() => undefined);
  return typeof body === 'object' && body !== null ? body : {};
}

/** The status of a rejection, and what its body says of it (RFC 6749, section 5.2). */
function rejection(status: number, { error, error_description: why }: Rejection): string {
  return `${status}${error ? ` ${error}` : ''}${why ? `: ${why}` : ''}`;
}
