import { type Exchange, keepable } from '../evidence/exchange.js';
import type { Detector, Explanation } from './cause.js';
import { type Credential, credentialOf } from './credential.js';
import { count } from './words.js';

/** Who is never accepted by any operation of the contract. */
const neverAccepted: Partial<Readonly<Record<Credential, string>>> = {
  anonymous: 'without a token',
  altered: 'with an altered token',
  expired: 'with an expired token',
  stranger: 'with a token without permission',
  delegated: 'with a delegated token',
  unusual: 'with another scheme than Bearer or an invalid token',
};

/** Finds callers that the target accepts and should reject. */
export class CallerAccepted implements Detector {
  /** The first request with each credential that was accepted, and how many there were. */
  readonly #accepted = new Map<Credential, { readonly first: Exchange; readonly times: number }>();
  readonly #sent = new Map<Credential, number>();

  read(exchanges: readonly Exchange[]): void {
    for (const exchange of exchanges) {
      const credential = credentialOf(exchange);
      const { operation, response } = exchange;
      if (!response || operation === undefined || neverAccepted[credential] === undefined) continue;
      this.#sent.set(credential, (this.#sent.get(credential) ?? 0) + 1);
      if (!isAccepted(exchange)) continue;
      const { first = keepable(exchange), times = 0 } = this.#accepted.get(credential) ?? {};
      this.#accepted.set(credential, { first, times: times + 1 });
    }
  }

  explanation(): Explanation | undefined {
    if (this.#accepted.size === 0) return undefined;
    const callers = [...this.#accepted].map(([credential, { times }]) => {
      const who = neverAccepted[credential] ?? credential;
      return `${who}: ${times} of ${count(this.#sent.get(credential) ?? 0, 'request')}`;
    });
    const unchecked = this.#accepted.has('anonymous') && this.#accepted.has('altered');
    const who = [...this.#accepted.keys()].map((credential) => neverAccepted[credential]).join(', ');
    return {
      kind: 'caller-accepted',
      says: unchecked
        ? 'the target does not check tokens'
        : `the target accepts requests that it has to reject: those ${who}`,
      detail: `accepted ${callers.join('; ')}`,
      remedy: unchecked
        ? 'validate the token of each request: signature, lifetime, audience and roles'
        : 'check for each operation who may call it',
      // No 401 response has shown its header fields.
      ...(unchecked && { unseen: ['AUTH-3'] as const }),
      evidence: [...this.#accepted.values()].map(({ first }) => first).slice(0, 3),
      explains: ({ exchange, write, at, expected }) =>
        (write !== undefined && this.#has(write)) ||
        (exchange !== undefined && (at ?? 'status') === 'status' && this.#has(exchange)) ||
        // Where no token is checked, every caller is the same one.
        (unchecked &&
          exchange !== undefined &&
          exchange.caller !== 'writer' &&
          (isAccepted(exchange) || /^status .*\b40[13]\b/.test(expected))),
    };
  }

  #has(exchange: Exchange): boolean {
    return isAccepted(exchange) && this.#accepted.has(credentialOf(exchange));
  }
}

function isAccepted({ response }: Exchange): boolean {
  return response !== undefined && response.status < 300;
}
