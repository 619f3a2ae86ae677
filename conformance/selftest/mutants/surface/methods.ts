import type { FetchHandler } from '../../../engine/http/transport/handler.js';
import type { Difference } from '../../server/difference.js';
import { rejectWith } from '../../server/reject-with.js';

/** Responds in another way to requests with this method and path. */
export function respondsTo(
  method: string,
  path: RegExp,
  respond: (request: Request, inner: FetchHandler) => Response | Promise<Response>,
): Difference {
  return {
    fetch: (inner) => async (request) =>
      request.method === method && path.test(new URL(request.url).pathname) ? respond(request, inner) : inner(request),
  };
}

export const itemPattern = /\/securityActions\/[^/]+$/;

/** A 204 as the reference would send it. */
export function noContent(request: Request): Response {
  const { headers } = rejectWith(400)(request);
  headers.delete('content-type');
  return new Response(null, { status: 204, headers });
}

export const allowHeader = { allow: 'GET, HEAD, PATCH' };
