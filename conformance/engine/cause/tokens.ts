import { type Exchange, keepable } from '../evidence/exchange.js';
import { ownWords } from '../evidence/own-words.js';
import { tokenVariable } from '../target.js';
import type { Detector, Explanation } from './cause.js';
import { credentialOf } from './credential.js';
import { count } from './words.js';

/** What became of the requests with one token. */
interface Use {
  readonly accepted: Exchange[];
  readonly rejected: Exchange[];
}

/** Rejections in a row that cannot be a coincidence. */
const fewest = 3;

/** Finds a token that was rejected with 401 from some time on, or from the beginning. */
export class Tokens implements Detector {
  readonly #uses = new Map<Exclude<Exchange['caller'], 'anonymous'>, Use>();

  /** @param timeOf the time of this machine at so many milliseconds since the run began, in milliseconds since 1970 */
  constructor(private readonly timeOf: (sinceBegin: number) => number) {}

  read(exchanges: readonly Exchange[]): void {
    for (const exchange of exchanges) {
      const { caller, operation, response } = exchange;
      if (caller === 'anonymous' || caller === 'expired' || credentialOf(exchange) !== caller) continue;
      if (!response || operation === undefined) continue;
      const use = this.#uses.get(caller) ?? { accepted: [], rejected: [] };
      this.#uses.set(caller, use);
      const { accepted, rejected } = use;
      if (response.status === 401) rejected.push(keepable(exchange));
      else if (response.status < 500 && response.status !== 429) {
        const last = accepted[0];
        if (!last || last.startedAt < exchange.startedAt) accepted[0] = keepable(exchange);
      }
    }
  }

  explanation(): Explanation | undefined {
    for (const [identity, { accepted, rejected }] of this.#uses) {
      const [last] = accepted;
      const since = rejected
        .filter(({ endedAt }) => !last || endedAt > last.startedAt)
        .toSorted((a, b) => a.startedAt - b.startedAt);
      const [first] = since;
      if (!first?.response || since.length < fewest) continue;
      const said = ownWords(first.response);
      const from = new Date(this.timeOf(first.startedAt)).toISOString();
      return {
        kind: 'token',
        says: last
          ? `the ${identity} token was accepted at first and is rejected since ${from}`
          : `the ${identity} token was never accepted`,
        detail: `${count(since.length, 'request')} with it got 401${said === '' ? '' : `; the target says ${said}`}`,
        remedy: last
          ? `get a token that outlasts the run, set it with ${tokenVariable(identity)}, and run again`
          : `check the ${identity} token: set a valid one for this target with ${tokenVariable(identity)}, or none`,
        evidence: last ? [last, first] : [first],
        explains: ({ exchange }) =>
          exchange?.caller === identity &&
          credentialOf(exchange) === identity &&
          exchange.response?.status === 401 &&
          exchange.startedAt >= first.startedAt,
      };
    }
    return undefined;
  }
}
