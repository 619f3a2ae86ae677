import type { FetchHandler } from '../../../engine/http/transport/handler.js';
import type { Difference } from '../../server/difference.js';
import { refused } from '../../server/refused.js';

/** Requests of that method whose path ends so are answered in another way. */
export function takes(
  method: string,
  end: RegExp,
  answer: (request: Request, inner: FetchHandler) => Response | Promise<Response>,
): Difference {
  return {
    fetch: (inner) => async (request) =>
      request.method === method && end.test(new URL(request.url).pathname) ? answer(request, inner) : inner(request),
  };
}

export const item = /\/securityActions\/[^/]+$/;

/** A 204 as the reference would write it. */
export function done(request: Request): Response {
  const { headers } = refused(400)(request);
  headers.delete('content-type');
  return new Response(null, { status: 204, headers });
}

export const allow = { allow: 'GET, HEAD, PATCH' };
