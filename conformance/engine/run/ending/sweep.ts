import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import { isFinalStatus } from '../../../model/lifecycle.js';
import { BlockedByPolicy, Inconclusive } from '../../errors.js';
import type { Caller } from '../../evidence/exchange.js';
import type { ObservedObject, Reply } from '../../evidence/reply.js';
import { member } from '../../evidence/reply.js';
import { Api } from '../../http/api.js';
import { enderOf, type Intent, type LeftAction } from '../../http/ledger.js';
import { Sender } from '../../http/sender.js';
import type { RunOptions } from '../../options.js';
import type { Target } from '../../target.js';
import { SystemClock } from '../../world/clock.js';
import { elementsOf, walkPages } from '../../world/pages.js';
import { Unreachable } from '../../world/probe/first-contact.js';

/** A create of which the run did not learn what became of it; `at` is an ISO 8601 time. */
export interface UnansweredCreate extends Intent {
  readonly at: string;
}

/** What became of one action or create. `left` needs the user; `why` says what the sweep has seen. */
export interface Swept {
  /** The id of the action, or the `client-request-id` of the create. */
  readonly what: string;
  readonly outcome: 'cancelled' | 'was over' | 'gone' | 'not created' | 'left';
  readonly why: string;
}

/** Milliseconds that a clock may be wrong. */
const toleranceMs = 5_000;
/** Milliseconds between two reads of an action that is ending. */
const pollMs = 50;

/**
 * Ends what a run left: reads each action and cancels the unfinished ones. A create whose id is unknown is looked for in the list by the
 * texts that only it sent. Nothing else is written to.
 *
 * @throws Unreachable when no response comes at all, BlockedByPolicy when writes to the target are not allowed.
 */
export async function sweep(
  target: Target,
  options: RunOptions,
  actions: readonly LeftAction[],
  unanswered: readonly UnansweredCreate[],
  swept: (one: Swept) => void,
): Promise<void> {
  const sender = new Sender(target, options);
  if (!sender.writes) {
    const { origin } = new URL(target.url);
    throw new BlockedByPolicy(
      `${origin} is a remote target, so nothing is sent to it; to end what the run left there, give --allow-writes ${origin}`,
    );
  }
  const sweeper = new Sweeper(target, options, sender, actions, swept);
  try {
    await sweeper.end(actions);
    await sweeper.find(unanswered);
  } finally {
    await sender.close();
  }
}

class Sweeper {
  readonly #api: Api;
  readonly #known: ReadonlySet<string>;
  #isReached = false;
  /** Milliseconds by which the clock of the target is ahead of this one. */
  #aheadMs = 0;

  constructor(
    target: Target,
    private readonly options: RunOptions,
    private readonly sender: Sender,
    actions: readonly LeftAction[],
    private readonly swept: (one: Swept) => void,
  ) {
    const clock = new SystemClock(() => sender.now());
    this.#api = new Api(target, sender, clock, () => undefined, undefined, 'sweep');
    this.#known = new Set(actions.map(({ id }) => id));
  }

  async end(actions: readonly LeftAction[]): Promise<void> {
    this.sender.adopt(actions.map(({ id }) => id));
    const [first, ...others] = actions;
    // One request shows whether the target can be reached.
    if (first) await this.#end(first);
    await pLimit(this.options.concurrency).map(others, (action) => this.#end(action));
  }

  async find(unanswered: readonly UnansweredCreate[]): Promise<void> {
    for (const caller of new Set(unanswered.map((one) => one.caller))) {
      const creates = unanswered.filter((one) => one.caller === caller);
      const listed = await this.#listed(caller);
      for (const create of creates) await this.#find(create, listed);
    }
  }

  async #end({ id, caller }: LeftAction): Promise<void> {
    const report = (outcome: Swept['outcome'], why: string) => this.swept({ what: id, outcome, why });
    try {
      const before = await this.#get(id, caller);
      if (isGone(before)) return report('gone', `a get responds with ${before.status}`);
      if (isOver(before)) return report('was over', statusOf(before));
      const cancelled = await this.#api.cancel(id, { as: enderOf(caller) });
      const after = await this.#settled(id, caller);
      if (isGone(after)) return report('gone', `a get responds with ${after.status}`);
      if (isOver(after)) return report(cancelled.status < 300 ? 'cancelled' : 'was over', statusOf(after));
      const shown = after.status < 300 ? statusOf(after) : `a get responds with ${after.status}`;
      report('left', `a cancel responds with ${cancelled.status}, and then ${shown}`);
    } catch (error) {
      if (!(error instanceof Inconclusive)) throw error;
      if (!this.#isReached && error.kind !== 'safety-policy') throw new Unreachable(error.message);
      report('left', error.message);
    }
  }

  /** Finds the one unfinished action that only this create can have made, and ends it. */
  async #find(create: UnansweredCreate, listed: readonly ObservedObject[] | string): Promise<void> {
    const { request: what, caller, ids, marks } = create;
    const left = (why: string) => this.swept({ what, outcome: 'left', why });
    if (typeof listed === 'string')
      return left(`the list could not be read, so it is not known what it created: ${listed}`);
    const isNamed = ({ id }: ObservedObject) => ids.includes(String(id));
    const found = listed.filter(
      (one) => !this.#known.has(String(one.id)) && (isNamed(one) || isMarked(one, create, this.#aheadMs)),
    );
    const unfinished = found.filter(({ status }) => !isFinalStatus(status));
    const [only, ...others] = unfinished;
    if (others.length > 0)
      return left(
        `${unfinished.length} unfinished actions have its texts, so it is not known which of them it created`,
      );
    if (only) {
      this.sender.adopt([String(only.id)]);
      return this.#end({ id: String(only.id), caller });
    }
    if (found.length > 0) return this.swept({ what, outcome: 'was over', why: `action ${found[0]?.id}` });
    if (Object.keys(marks).length === 0 && ids.length === 0)
      return left(
        'it sent nothing by which its action could be found; the log of the server may have this client-request-id',
      );
    this.swept({ what, outcome: 'not created', why: 'no action of the list has its texts' });
  }

  /** The elements of the list, or why it could not be read to its end. */
  async #listed(caller: Caller): Promise<readonly ObservedObject[] | string> {
    try {
      const first = await this.#api.list({ as: enderOf(caller) });
      this.#isReached = true;
      this.#aheadMs = Date.parse(first.headers.get('date') ?? '') - Date.now() || 0;
      const { pages, end } = await walkPages(first, (link) => this.#api.follow(link, { as: enderOf(caller) }));
      const bad = pages.find(({ status }) => status >= 300);
      if (bad) return `it responds with ${bad.status}`;
      return end === 'last' ? elementsOf(pages) : 'it has no last page';
    } catch (error) {
      if (!(error instanceof Inconclusive)) throw error;
      if (!this.#isReached) throw new Unreachable(error.message);
      return error.message;
    }
  }

  async #get(id: string, caller: Caller): Promise<Reply> {
    const reply = await this.#api.get(id, { as: enderOf(caller) });
    this.#isReached = true;
    return reply;
  }

  /** The action once it has ended, or as it is when the settle time is over. */
  async #settled(id: string, caller: Caller): Promise<Reply> {
    const until = performance.now() + this.options.settleMs;
    for (;;) {
      const reply = await this.#get(id, caller);
      if (isGone(reply) || isOver(reply) || performance.now() >= until) return reply;
      await sleep(pollMs);
    }
  }
}

function isGone({ status }: Reply): boolean {
  return status === 404 || status === 410;
}

function isOver({ status, body }: Reply): boolean {
  return status < 300 && isFinalStatus(member(body, 'status'));
}

function statusOf({ body }: Reply): string {
  return `its status is ${JSON.stringify(member(body, 'status') ?? null)}`;
}

/** Whether an action has the texts of a create, which have drawn digits, and is not older than it. */
function isMarked(action: ObservedObject, { marks, at }: UnansweredCreate, aheadMs: number): boolean {
  const created = Date.parse(String(action.createdDateTime));
  if (created < Date.parse(at) + aheadMs - toleranceMs) return false;
  const shown = Object.entries(marks).filter(([name]) => (action[name] ?? null) !== null);
  return shown.every(([name, text]) => action[name] === text) && shown.some(([, text]) => /[0-9a-f]{8}/.test(text));
}
