import { setTimeout as sleep } from 'node:timers/promises';
import type { Target } from '../../target.js';
import type { Sent } from '../sent.js';
import type { WireRequest } from '../transport/transport.js';
import { Credentials } from './credentials.js';
import type { TokenRenewal } from './token-renewal.js';

/** Milliseconds between the lists that show whether credentials have become invalid. */
const askAgainMs = 100;

/** Sends a list with these credentials, as they are recorded and, where they differ, as they are sent. */
export type AskWith = (authorization: string, sent?: string) => Promise<Sent>;

/**
 * Finds out whether a 401 or 403 response is about the request or about its token: a list with the same token tells. Renews a token that
 * has a source.
 */
export class RejectedTokens {
  readonly #credentials: Credentials;
  #lostSince?: { readonly status: number; readonly what: string };

  constructor(
    tokens: Target['tokens'] | undefined,
    private readonly renewal: TokenRenewal | undefined,
  ) {
    this.#credentials = new Credentials(tokens);
  }

  /** Records which credentials the target accepts. */
  learn(request: WireRequest, { response }: Sent): void {
    if (response) this.#credentials.learn(request, response);
  }

  /** What the user should know about tokens that ceased to be valid or could not be renewed. */
  get notices(): readonly string[] {
    const lost = this.#lostSince && told(this.#lostSince);
    return [...(this.renewal?.notices ?? []), ...(lost === undefined ? [] : [lost])];
  }

  /** The request with the newest token of its identity. */
  async withCurrent(request: WireRequest): Promise<WireRequest> {
    const { authorization } = request.headers;
    if (authorization === undefined || !this.renewal) return request;
    return { ...request, headers: { ...request.headers, authorization: await this.renewal.current(authorization) } };
  }

  /** Whether there is another token than the one that was rejected, although the target accepted the credentials before. */
  async hasNew(request: WireRequest, current: WireRequest, { response }: Sent, ask: AskWith): Promise<boolean> {
    if (!this.renewal || response?.status !== 401 || !this.#credentials.isSuspect(request, response)) return false;
    if (this.#credentials.isLost(request)) return false;
    const { authorization = '' } = current.headers;
    // Another request may have renewed the token meanwhile.
    if ((await this.renewal.current(authorization)) !== authorization) return true;
    const listed = await ask(request.headers.authorization ?? '', authorization);
    return listed.response?.status === 401 && (await this.renewal.renew(authorization));
  }

  /** Whether credentials that were accepted before are rejected now although nothing about them changed; `what` names the request. */
  async areLost(request: WireRequest, { response }: Sent, what: () => string, ask: AskWith): Promise<boolean> {
    if (!response || !this.#credentials.isSuspect(request, response)) return false;
    for (let round = 1; round <= 2 && !this.#credentials.isLost(request); round++) {
      const listed = await ask(request.headers.authorization ?? '');
      if (listed.response?.status !== response.status) return false;
      if (round === 1) await sleep(askAgainMs);
      else this.#credentials.lose(request);
    }
    this.#lostSince ??= { status: response.status, what: what() };
    return true;
  }
}

function told({ status, what }: { readonly status: number; readonly what: string }): string {
  const since = `${what} responds with ${status}, and so does a list; what was not decided until then is inconclusive`;
  return status === 401
    ? `the target rejects a token that it accepted before: ${since}; give tokens that are valid for the whole run`
    : `the target, or a firewall in front of it, rejects a client that it accepted before: ${since}; let it accept the requests of the kit, or send fewer of them with --rate or --effort smoke`;
}
