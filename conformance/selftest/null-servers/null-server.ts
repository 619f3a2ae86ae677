import type { FetchHandler } from '../../engine/http/transport/handler.js';

/** A server that ignores what it is asked. */
export interface NullServer {
  readonly name: string;
  readonly fetch: FetchHandler;
  /** True when it answers paths outside the contract with 404, so that the probe does not find out at once that it answers all alike. */
  readonly routed: boolean;
}

/** A server with one answer. */
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
    routed: false,
    fetch: async () => new Response(status === 204 || status === 304 ? null : (text ?? null), { status, headers }),
  };
}

/** The same server behind a router that knows the paths of the contract. */
export function routed(server: NullServer): NullServer {
  return {
    name: `${server.name}, behind a router`,
    routed: true,
    fetch: (request) =>
      new URL(request.url).pathname.includes('/security/securityActions')
        ? server.fetch(request)
        : new Response(null, { status: 404 }),
  };
}
