import { isFinalStatus } from '../../model/lifecycle.js';
import { type Exchange, keepable } from '../evidence/exchange.js';
import { actionIdIn } from '../evidence/paths.js';
import { replyOf } from '../evidence/recorded-exchange.js';
import { member } from '../evidence/reply.js';
import type { Detector, Explanation } from './cause.js';
import { count, span } from './words.js';

/** A cancel that was accepted, and what later reads of the action showed; times are in milliseconds since the run began. */
interface Cancel {
  readonly endedAt: number;
  /** Kept until the action was seen to end in time. */
  exchange?: Exchange | undefined;
  /** The latest read that showed the action unfinished; its exchange is kept where it was late. */
  unfinished?: { readonly startedAt: number; readonly exchange?: Exchange };
  /** The start of the first read that showed it finished. */
  finishedAt?: number;
}

/** Finds cancels that end an action, but later than the run waited for it. */
export class LateEffect implements Detector {
  readonly #cancels = new Map<string, Cancel>();

  constructor(private readonly settleMs: number) {}

  read(exchanges: readonly Exchange[]): void {
    for (const exchange of exchanges) {
      const { operation, response, request, startedAt } = exchange;
      const id = actionIdIn(request.url);
      if (id === undefined || !response || response.status >= 300) continue;
      const known = this.#cancels.get(id);
      if (operation === 'cancel' && !known)
        this.#cancels.set(id, { endedAt: exchange.endedAt, exchange: keepable(exchange) });
      if (operation !== 'get' || !known || startedAt < known.endedAt) continue;
      const isFinal = isFinalStatus(member(replyOf(exchange, response).body, 'status'));
      if (isFinal) {
        known.finishedAt = Math.min(known.finishedAt ?? startedAt, startedAt);
        if (!this.#isLate(known)) known.exchange = undefined;
      } else if (startedAt > (known.unfinished?.startedAt ?? 0) && !isBeyondEnd(startedAt, known)) {
        known.unfinished = { startedAt };
        if (this.#isLate(known)) known.unfinished = { startedAt, exchange: keepable(exchange) };
      }
    }
  }

  #isLate(cancel: Cancel): boolean {
    return unfinishedFor(cancel) > this.settleMs * 0.8 && !isBeyondEnd(cancel.unfinished?.startedAt ?? 0, cancel);
  }

  explanation(): Explanation | undefined {
    // An action that has not ended at the end of the run either may never end.
    const late = [...this.#cancels.values()].filter((one) => one.finishedAt !== undefined && this.#isLate(one));
    const [first] = late;
    if (!first) return undefined;
    const longest = late.reduce((most, one) => Math.max(most, unfinishedFor(one)), 0);
    const wanted = Math.ceil((2 * longest) / 1_000) * 1_000;
    return {
      kind: 'late-effect',
      says: `cancelled actions end later than ${span(this.settleMs)} after the response, the settle time of this run`,
      detail: `${count(late.length, 'cancelled action')} had a later end: unfinished up to ${span(longest)} after the response to the cancel, and finished when read again`,
      remedy: `run again with a longer settle time, such as --settle ${Math.max(wanted, 5 * this.settleMs)}`,
      evidence: [first.exchange, first.unfinished?.exchange].filter((one) => one !== undefined),
      explains: ({ exchange, at }) => {
        const id = exchange && actionIdIn(exchange.request.url);
        const cancel = id === undefined ? undefined : this.#cancels.get(id);
        const isAboutState = (at === undefined && exchange?.operation === 'get') || at?.startsWith('/');
        if (!exchange || !cancel || !isAboutState || !isUnfinished(exchange)) return false;
        if (isBeyondEnd(exchange.startedAt, cancel)) return false;
        // An action that was unfinished for much longer than others took may never end.
        return cancel.finishedAt !== undefined || unfinishedFor(cancel) <= 2 * longest;
      },
    };
  }
}

/** Whether this is after the action was seen to end: what is unfinished then has started again, which no longer wait would mend. */
function isBeyondEnd(startedAt: number, { finishedAt }: Cancel): boolean {
  return finishedAt !== undefined && startedAt > finishedAt;
}

/** Milliseconds from the response to a cancel to the latest read that showed the action unfinished. */
function unfinishedFor({ endedAt, unfinished }: Cancel): number {
  return (unfinished?.startedAt ?? 0) - endedAt;
}

function isUnfinished(exchange: Exchange): boolean {
  return !isFinalStatus(member(exchange.response && replyOf(exchange, exchange.response).body, 'status'));
}
