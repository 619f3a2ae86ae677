import { isIP } from 'node:net';
import * as tls from 'node:tls';
import type { Route } from '../agents.js';
import { failureReason } from '../failure-reason.js';
import { TransportError } from '../transport.js';
import { openTunnel } from '../tunnel.js';
import { within } from './within.js';

/** Protocols in the order of preference, for the negotiation of RFC 7301. */
const protocols = ['h2', 'http/1.1'];

/**
 * Opens a TLS connection to an `https` URL, through the proxy if there is one; `alpnProtocol` of the socket is what the target selected.
 *
 * @throws TransportError when there is no connection within the time limit.
 */
export async function secureSocket(
  { hostname, port }: URL,
  { secureContext, insecure, proxy }: Route,
  timeoutMs: number,
): Promise<tls.TLSSocket> {
  const target = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 443) };
  const tunnel = proxy && (await openTunnel(proxy, target, secureContext));
  const socket = tls.connect({
    ...(tunnel ? { socket: tunnel } : target),
    servername: isIP(target.host) ? '' : target.host,
    ALPNProtocols: protocols,
    ...(secureContext && { secureContext }),
    ...(insecure && { rejectUnauthorized: false }),
    // The name in the certificate, which is otherwise taken from `host`.
    checkServerIdentity: (_name, certificate) => tls.checkServerIdentity(target.host, certificate),
  });
  return within(
    timeoutMs,
    () => socket.destroy(),
    (done, fail) => {
      socket.once('error', (error) => fail(new TransportError(failureReason(error), false, 'not-connected')));
      socket.once('secureConnect', () => done(socket));
    },
  );
}
