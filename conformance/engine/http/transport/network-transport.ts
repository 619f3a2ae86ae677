import type { Route } from './agents.js';
import { Http1Required, Http2Exchange } from './http2/exchange.js';
import { Http2Sessions } from './http2/sessions.js';
import { safeMethods, socketTransport } from './socket.js';
import { type Limits, type Transport, TransportError, type WireRequest, type WireResponse } from './transport.js';

/**
 * Sends requests over the network: over HTTP/2 to an `https` target that selects it when the connection is made (RFC 7301), and over
 * HTTP/1.1 to any other, or if the route says so. At most `most` connections to an origin are open.
 */
export function networkTransport(most: number, route: Route): Transport {
  const http1 = socketTransport(most, route);
  const origins = new Map<string, Http2Sessions>();
  const sessionsFor = (url: string): Http2Sessions | undefined => {
    if (route.http1 || !url.startsWith('https:')) return undefined;
    const origin = new URL(new URL(url).origin);
    const sessions = origins.get(origin.href) ?? new Http2Sessions(origin, most, route);
    origins.set(origin.href, sessions);
    return sessions;
  };
  return {
    async send(request, limits) {
      const sessions = sessionsFor(request.url);
      return (sessions && (await overHttp2(sessions, request, limits))) ?? http1.send(request, limits);
    },
    async close() {
      for (const sessions of origins.values()) sessions.close();
      await http1.close();
    },
    get isSingle() {
      return http1.isSingle ?? false;
    },
    get hasSurplus() {
      return http1.hasSurplus ?? false;
    },
  };
}

/** The response over HTTP/2; `undefined` when the target wants the request over HTTP/1.1. */
async function overHttp2(
  sessions: Http2Sessions,
  request: WireRequest,
  limits: Limits,
): Promise<WireResponse | undefined> {
  const session = await sessions.take(safeMethods.has(request.method), limits.timeoutMs);
  if (!session) return undefined;
  const { wasUsed } = session;
  let isLost = false;
  try {
    return await new Http2Exchange(session, request, limits).response();
  } catch (error) {
    if (error instanceof Http1Required) {
      sessions.isOffered = false;
      return undefined;
    }
    isLost = wasUsed && !session.isOpen && error instanceof TransportError && error.fate === 'reset';
    throw error;
  } finally {
    sessions.release(session, isLost);
  }
}
