import { identities, type ReceivedResponse } from '../../evidence/exchange.js';
import type { Target } from '../../target.js';
import type { WireRequest } from '../transport/transport.js';

/** Identities whose tokens a list rejects, so that only a cache or a page of a gateway makes it seem accepted. */
const rejected: readonly string[] = ['stranger', 'delegated', 'expired'];

/**
 * Which credentials the target has accepted for a list. If it rejects the same list with the same credentials later, the target or a
 * gateway rejects them from then on, such as a token that expires during the run or a client that a firewall locks out, and the responses
 * to them say nothing about the API.
 */
export class Credentials {
  /** The values of `Authorization` that a target has to accept. */
  readonly #valid: ReadonlySet<string>;
  readonly #accepted = new Set<string>();
  readonly #lost = new Set<string>();

  constructor(tokens: Target['tokens'] = {}) {
    const valid = identities.flatMap((one) => (rejected.includes(one) ? [] : (tokens[one] ?? [])));
    this.#valid = new Set(valid.map((token) => `Bearer ${token}`));
  }

  /** Records a successful list. */
  learn(request: WireRequest, { status }: ReceivedResponse): void {
    const { authorization } = request.headers;
    if (authorization === undefined || !this.#valid.has(authorization)) return;
    if (status < 300 && isList(request)) this.#accepted.add(authorization);
  }

  /** Whether a response may mean that credentials that were accepted before are rejected from now on. */
  isSuspect({ headers }: WireRequest, { status }: ReceivedResponse): boolean {
    const { authorization } = headers;
    return (status === 401 || status === 403) && authorization !== undefined && this.#accepted.has(authorization);
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
