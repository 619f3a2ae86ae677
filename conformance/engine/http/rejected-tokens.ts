import { setTimeout as sleep } from 'node:timers/promises';
import { Credentials } from './credentials.js';
import type { Sent } from './sent.js';
import type { TokenRenewal } from './token-renewal.js';
import type { WireRequest } from './transport/transport.js';

/** Milliseconds between the lists that show whether credentials have become invalid. */
const askAgainMs = 100;

/** Sends a list with these credentials, as they are recorded and, where they differ, as they are sent. */
export type AskWith = (authorization: string, sent?: string) => Promise<Sent>;

/**
 * Finds out whether a 401 response is about the request or about its token: a list with the same token tells. Renews a token that has
 * a source.
 */
export class RejectedTokens {
  readonly #credentials = new Credentials();
  #lostSince?: string;

  constructor(private readonly renewal: TokenRenewal | undefined) {}

  /** Records which credentials the target accepts. */
  learn(request: WireRequest, { response }: Sent): void {
    if (response) this.#credentials.learn(request, response);
  }

  /** What the user should know about tokens that ceased to be valid or could not be renewed. */
  get notices(): readonly string[] {
    const lost =
      this.#lostSince === undefined
        ? []
        : [
            `the target rejects a token that it accepted before: ${this.#lostSince}; what was not decided until then is inconclusive; give tokens that are valid for the whole run`,
          ];
    return [...(this.renewal?.notices ?? []), ...lost];
  }

  /** The request with the newest token of its identity. */
  async withCurrent(request: WireRequest): Promise<WireRequest> {
    const { authorization } = request.headers;
    if (authorization === undefined || !this.renewal) return request;
    return { ...request, headers: { ...request.headers, authorization: await this.renewal.current(authorization) } };
  }

  /** Whether there is another token than the one that was rejected, although the target accepted the credentials before. */
  async hasNew(request: WireRequest, current: WireRequest, { response }: Sent, ask: AskWith): Promise<boolean> {
    if (!this.renewal || !response || !this.#credentials.isSuspect(request, response)) return false;
    if (this.#credentials.isLost(request)) return false;
    const { authorization = '' } = current.headers;
    // Another request may have renewed the token meanwhile.
    if ((await this.renewal.current(authorization)) !== authorization) return true;
    const listed = await ask(request.headers.authorization ?? '', authorization);
    return listed.response?.status === 401 && (await this.renewal.renew(authorization));
  }

  /** Whether credentials that were accepted before are rejected now although nothing about them changed; `what` names the request. */
  async areLost(request: WireRequest, { response }: Sent, what: string, ask: AskWith): Promise<boolean> {
    if (!response || !this.#credentials.isSuspect(request, response)) return false;
    for (let round = 1; round <= 2 && !this.#credentials.isLost(request); round++) {
      const listed = await ask(request.headers.authorization ?? '');
      if (listed.response?.status !== 401) return false;
      if (round === 1) await sleep(askAgainMs);
      else this.#credentials.lose(request);
    }
    this.#lostSince ??= `${what} responds with ${response.status}, and so does a list`;
    return true;
  }
}
