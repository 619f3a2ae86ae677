import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the token endpoint got: the client, how it authenticated, and the other parameters. */
export interface TokenRequest {
  readonly client: string;
  readonly how: 'basic' | 'post';
  readonly parameters: Readonly<Record<string, string>>;
}

interface IssuerSettings {
  readonly secret: string;
  /** Makes the token of a client. */
  readonly mint: (client: string) => Promise<string>;
  /** What the response says about the lifetime, in seconds. */
  readonly expiresIn?: number;
  /** The only way of authentication that is accepted. */
  readonly only?: TokenRequest['how'];
  /** Whether a 401 response has `WWW-Authenticate`. */
  readonly challenges?: boolean;
}

/** The token endpoint of an OAuth 2.0 server with the client credentials grant. For tests only. */
export async function oauthIssuer({ secret, mint, expiresIn, only, challenges = false }: IssuerSettings) {
  const requests: TokenRequest[] = [];
  const state = { isClosed: false };
  const server = createServer(async (request, response) => {
    const respond = (status: number, body: object) => {
      const challenge = status === 401 && challenges ? { 'www-authenticate': 'Basic realm="issuer"' } : {};
      response.writeHead(status, { 'content-type': 'application/json', ...challenge }).end(JSON.stringify(body));
    };
    const { client_id, client_secret, ...parameters } = await formOf(request);
    const [, basic] = /^Basic (.+)$/.exec(request.headers.authorization ?? '') ?? [];
    const [id, given] = basic
      ? Buffer.from(basic, 'base64').toString().split(':').map(decodeURIComponent)
      : [client_id, client_secret];
    const how = basic ? 'basic' : 'post';
    const client = id ?? '';
    requests.push({ client, how, parameters });
    if (state.isClosed) return respond(503, { error: 'temporarily_unavailable' });
    if (given !== secret || (only && how !== only))
      return respond(401, { error: 'invalid_client', error_description: `unknown secret ${given}` });
    const lifetime = expiresIn === undefined ? {} : { expires_in: expiresIn };
    return respond(200, { access_token: await mint(client), token_type: 'Bearer', ...lifetime });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`, requests, state, close };
}

async function formOf(request: IncomingMessage): Promise<Record<string, string>> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return Object.fromEntries(new URLSearchParams(text));
}
