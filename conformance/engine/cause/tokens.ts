import { type Exchange, keepable } from '../evidence/exchange.js';
import { ownWords } from '../evidence/own-words.js';
import { tokenVariable } from '../target.js';
import type { Detector, Explanation } from './cause.js';
import { credentialOf } from './credential.js';
import { count } from './words.js';

/** What became of the requests with one token. */
interface Use {
  /** The accepted request that was sent last. */
  accepted?: Exchange;
  /** The rejected requests that had not ended when it was sent; the exchanges of the first ones are kept. */
  rejected: { readonly startedAt: number; readonly endedAt: number; readonly exchange?: Exchange }[];
}

/** Rejections in a row that cannot be a coincidence. */
const fewest = 3;
/** Rejected exchanges that are kept: more than end out of their order. */
const keptRejections = 100;

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
      const use = this.#uses.get(caller) ?? { rejected: [] };
      this.#uses.set(caller, use);
      const { startedAt, endedAt } = exchange;
      const { accepted, rejected } = use;
      if (response.status === 401) {
        if (accepted && endedAt <= accepted.startedAt) continue;
        const isKept = rejected.length < keptRejections;
        rejected.push({ startedAt, endedAt, ...(isKept && { exchange: keepable(exchange) }) });
      } else if (response.status < 500 && response.status !== 429) {
        if (accepted && accepted.startedAt >= startedAt) continue;
        use.accepted = keepable(exchange);
        if (rejected.length > 0) use.rejected = rejected.filter((one) => one.endedAt > startedAt);
      }
    }
  }

  explanation(): Explanation | undefined {
    for (const [identity, { accepted: last, rejected: since }] of this.#uses) {
      const inOrder = since.toSorted((a, b) => a.startedAt - b.startedAt);
      const [earliest] = inOrder;
      const first = inOrder.flatMap(({ exchange }) => exchange ?? [])[0];
      if (!earliest || !first?.response || since.length < fewest) continue;
      const said = ownWords(first.response);
      const from = new Date(this.timeOf(earliest.startedAt)).toISOString();
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
          exchange.startedAt >= earliest.startedAt,
      };
    }
    return undefined;
  }
}
