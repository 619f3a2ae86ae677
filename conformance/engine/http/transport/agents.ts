import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import * as tls from 'node:tls';
import { ConfigurationError, errorText } from '../../errors.js';
import { isLoopback } from '../policy.js';
import type { Network, TlsSettings } from './network.js';
import { proxyFor } from './proxy.js';
import { TunnelAgent } from './tunnel.js';

/** The agents for `http` and `https` URLs of one target. */
export interface Agents {
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
}

/** How the target is reached: with which certificates, through which proxy, and whether over HTTP/1.1 only. */
export interface Route {
  readonly secureContext?: tls.SecureContext | undefined;
  readonly insecure?: boolean | undefined;
  readonly proxy?: URL | undefined;
  readonly http1?: boolean | undefined;
}

/** The route to a target. @throws ConfigurationError for certificates that cannot be used. */
export function routeTo(url: URL, { tls: settings = {}, proxies = {}, http1 }: Network): Route {
  return {
    secureContext: secureContextOf(settings),
    insecure: settings.insecure === true && isLoopback(url),
    proxy: proxyFor(url, proxies),
    http1: http1 === true,
  };
}

/**
 * The certificates and keys, read once for all connections.
 *
 * @throws ConfigurationError for a certificate or key that cannot be read, or for two that do not belong together.
 */
function secureContextOf({ ca, cert, key }: TlsSettings): tls.SecureContext | undefined {
  if (ca === undefined && cert === undefined && key === undefined) return undefined;
  try {
    return tls.createSecureContext({
      ...(ca !== undefined && { ca: [...trusted(), ca] }),
      ...(cert !== undefined && { cert }),
      ...(key !== undefined && { key }),
    });
  } catch (error) {
    const why = errorText(error);
    throw new ConfigurationError(
      `the client certificate and its key cannot be used: ${why}; expected two PEM files that belong together, the key without a passphrase`,
    );
  }
}

/** What Node.js trusts, with `NODE_EXTRA_CA_CERTS` where this version of Node.js tells. */
function trusted(): readonly string[] {
  const { getCACertificates } = tls as { getCACertificates?: (type: 'default') => readonly string[] };
  return getCACertificates?.('default') ?? tls.rootCertificates;
}

/** Agents that keep at most `most` connections to an origin alive, for `idleMs`. An `http` URL needs no tunnel. */
export function agentsFor(most: number, idleMs: number, { secureContext, insecure, proxy }: Route): Agents {
  const options = { keepAlive: true, maxSockets: most, timeout: idleMs };
  const secure = {
    ...options,
    ...(secureContext && { secureContext }),
    ...(insecure && { rejectUnauthorized: false }),
  };
  // The proxy itself may speak TLS, also for a target that does not.
  if (!proxy) return { http: new HttpAgent(options), https: new HttpsAgent(secure) };
  const forward = proxy.protocol === 'https:' ? new HttpsAgent(secure) : new HttpAgent(options);
  return { http: forward, https: new TunnelAgent(secure, proxy) };
}
