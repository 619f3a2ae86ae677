import type { FetchHandler } from '../../engine/http/transport/handler.js';

/** A server that ignores what is requested: the baseline for every score. */
export interface NullServer {
  readonly name: string;
  readonly fetch: FetchHandler;
}

/** A server that gives the same response to every request. */
export function constant(
  name: string,
  status: number,
  body: unknown = undefined,
  type = 'application/json',
): NullServer {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const headers = new Headers(text === undefined ? [] : [['content-type', type]]);
  return {
    name,
    fetch: async () => new Response(status === 204 || status === 304 ? null : (text ?? null), { status, headers }),
  };
}

/**
 * The same server behind a router, which responds with 404 to paths outside the contract. Without the router, the probe finds at once
 * that all paths get the same response.
 */
export function routed({ name, fetch }: NullServer): NullServer {
  return {
    name: `${name}, behind a router`,
    fetch: (request) =>
      new URL(request.url).pathname.includes('/security/securityActions')
        ? fetch(request)
        : new Response(null, { status: 404 }),
  };
}
