import type { ReceivedResponse } from '../evidence/exchange.js';
import type { WireRequest } from './transport/transport.js';

/**
 * Which credentials the target has accepted for a list. If it rejects the same list with the same credentials later, they have become
 * invalid, such as a token that expires during the run, and the responses to them say nothing about the API.
 */
export class Credentials {
  readonly #accepted = new Set<string>();
  readonly #lost = new Set<string>();

  /** Records a successful list. */
  learn(request: WireRequest, { status }: ReceivedResponse): void {
    const { authorization } = request.headers;
    if (authorization !== undefined && status < 300 && isList(request)) this.#accepted.add(authorization);
  }

  /** Whether a response may mean that credentials that were accepted before have become invalid. */
  isSuspect({ headers }: WireRequest, { status }: ReceivedResponse): boolean {
    const { authorization } = headers;
    return status === 401 && authorization !== undefined && this.#accepted.has(authorization);
  }

  /** Records that the target rejects a list with these credentials again and again. */
  lose({ headers }: WireRequest): void {
    if (headers.authorization !== undefined) this.#lost.add(headers.authorization);
  }

  isLost({ headers }: WireRequest): boolean {
    return headers.authorization !== undefined && this.#lost.has(headers.authorization);
  }
}

function isList({ method, url }: WireRequest): boolean {
  return method === 'GET' && /\/securityActions$/.test(new URL(url).pathname);
}
