import { request as httpRequest, STATUS_CODES } from 'node:http';
import { type AgentOptions, Agent as HttpsAgent, request as httpsRequest, type RequestOptions } from 'node:https';
import { isIP, isIPv6, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { SecureContext } from 'node:tls';
import { proxyAuthorization } from './proxy.js';
import { tlsRemedy } from './tls-remedy.js';
import { TransportError } from './transport.js';

/** Milliseconds in which a proxy must have opened a tunnel. */
const tunnelMs = 10_000;

/** An agent whose TLS connections go through a proxy, each in a tunnel of its own. */
export class TunnelAgent extends HttpsAgent {
  constructor(
    options: AgentOptions,
    private readonly proxy: URL,
  ) {
    super(options);
  }

  override createConnection(
    options: RequestOptions,
    created?: (error: Error | null, socket: Duplex) => void,
  ): undefined {
    const target = { host: options.host ?? '', port: Number(options.port) };
    const secured = (socket: Socket) => super.createConnection({ ...options, socket } as RequestOptions) as Duplex;
    openTunnel(this.proxy, target, this.options.secureContext).then(
      (socket) => created?.(null, secured(socket)),
      created as (error: unknown) => void,
    );
  }
}

/** Opens a tunnel to a host (RFC 9110, section 9.3.6). @throws TransportError that names the proxy, without its credentials. */
export function openTunnel(
  proxy: URL,
  { host, port }: { readonly host: string; readonly port: number },
  secureContext: SecureContext | undefined,
): Promise<Socket> {
  const authority = `${isIPv6(host) ? `[${host}]` : host}:${port}`;
  const authorization = proxyAuthorization(proxy);
  return new Promise((resolve, reject) => {
    const fail = (what: string) =>
      reject(new TransportError(`the proxy ${proxy.origin} ${what}`, false, 'not-connected'));
    const options = {
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port,
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, ...(authorization !== undefined && { 'proxy-authorization': authorization }) },
      agent: false as const,
    };
    const secure = { ...options, secureContext, servername: isIP(options.host) ? '' : options.host };
    const sent = proxy.protocol === 'https:' ? httpsRequest(secure) : httpRequest(options);
    const timer = setTimeout(() => {
      fail(`opened no tunnel to ${authority} within ${tunnelMs} ms`);
      sent.destroy();
    }, tunnelMs);
    sent.once('connect', ({ statusCode = 0 }, socket) => {
      clearTimeout(timer);
      if (statusCode >= 200 && statusCode < 300) return resolve(socket as Socket);
      socket.destroy();
      fail(`does not open a tunnel to ${authority}: ${refusal(statusCode, proxy)}`);
    });
    sent.once('response', ({ statusCode = 0 }) => {
      clearTimeout(timer);
      sent.destroy();
      fail(`does not open a tunnel to ${authority}: ${refusal(statusCode, proxy)}`);
    });
    sent.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      fail(`cannot be reached: ${error.message || error.code}${tlsRemedy(error.code)}${remedy}`);
    });
    sent.end();
  });
}

const remedy = '; check HTTP_PROXY and HTTPS_PROXY, or name the target in NO_PROXY';

/** What a proxy says that does not pass a request on, and what to do. */
export function refusal(status: number, { username }: URL): string {
  const said = `it responds with ${`${status} ${STATUS_CODES[status] ?? ''}`.trim()}`;
  if (status !== 407) return `${said}${remedy}`;
  return username === ''
    ? `${said}; give its user and password in the variable, as in http://user:password@proxy.example:3128`
    : `${said}; check the user and password in HTTP_PROXY or HTTPS_PROXY`;
}
