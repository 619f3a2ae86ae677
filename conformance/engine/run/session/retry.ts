import { setTimeout as sleep } from 'node:timers/promises';
import type { Exchange } from '../../evidence/exchange.js';
import { isServerError } from '../../evidence/overload.js';
import type { ReasonKind } from '../../reason.js';
import type { Decision } from '../outcome.js';
import { type Lock, SharedLock } from '../shared-lock.js';

const maxRetries = 5;
/** Milliseconds before an input is played again that met a server error. */
const serverErrorMs = 50;
/** How often an input is played again, from its beginning, whose requests were lost on the way. */
const maxLost = 3;
/** Milliseconds before the first such attempt; each further one waits four times as long. */
const lostMs = 150;
/** How often an input is played again, from its beginning, that met a server error. */
const maxErrors = 7;
/** Attempts in a row in which the same request met it, after which it is no accident, also if one in ten requests meets one. */
const sameErrors = 6;
const lostOnTheWay: readonly (ReasonKind | undefined)[] = ['overload', 'throttled', 'connection-lost'];

/** The decision of an input that was played once, and how long that took in milliseconds. */
export interface Attempt {
  readonly decision: Decision;
  readonly ms: number;
  /** Which requests got a server error; see `serverErrorsIn`. */
  readonly serverErrors?: readonly string[];
}

/** Whether the target moves actions by itself, asked before the given retry. */
type MovesByItself = (before: number) => Promise<boolean>;

/**
 * Plays an input again when it was inconclusive on a target that moves actions by itself: the target may only have been faster. The
 * retry runs alone, so that nothing slows it down. So does the retry of an input that other cases of the run disturbed.
 */
export class Retry {
  /** The time for all pauses of a run before lost inputs are played again, in milliseconds. */
  #lostPatienceMs: number;

  constructor(
    /** The time for all retries of a run, in milliseconds. */
    private patienceMs: number,
    /** Called when a server error does not come again. */
    private readonly passed: () => void = () => undefined,
    private readonly pause: (ms: number) => Promise<void> = (ms) => sleep(ms),
    private readonly lock: Lock = new SharedLock(),
    /** Whether the probe found that such a request always gets this server error. */
    private readonly isConstant: (exchange: Exchange) => boolean = () => false,
  ) {
    this.#lostPatienceMs = patienceMs;
  }

  /** Plays an input until it is decided or there are no more retries; `play` receives the number of times it was played before. */
  async untilConclusive(play: (before: number) => Promise<Attempt>, movesByItself: MovesByItself): Promise<Decision> {
    const shared = (before: number) => this.lock.shared(() => play(before));
    let attempt = await shared(0);
    let lost = 0;
    while (lost < maxLost && isLost(attempt.decision)) {
      const pauseMs = Math.min(lostMs * 4 ** lost, this.#lostPatienceMs);
      this.#lostPatienceMs -= pauseMs;
      await this.pause(pauseMs);
      lost += 1;
      attempt = await shared(maxRetries + lost);
    }
    let decision = await this.#beyondServerErrors(attempt, (errors) => shared(maxRetries + maxLost + errors));
    for (
      let before = 1;
      before <= maxRetries && (await this.#isWorthwhile(decision, before, movesByItself));
      before++
    ) {
      decision = await this.lock.exclusive(async () => {
        const repeated = await play(before);
        this.patienceMs -= repeated.ms;
        return repeated.decision;
      });
    }
    return withProgress(decision, () => movesByItself(maxRetries + 1));
  }

  /** Plays an input again until it meets no server error, or the same one in several attempts in a row. */
  async #beyondServerErrors(first: Attempt, play: (errors: number) => Promise<Attempt>): Promise<Decision> {
    let { decision, serverErrors: again = [] } = first;
    if (isAboutServerError(decision) && decision.finding?.exchange && this.isConstant(decision.finding.exchange))
      return decision;
    let same = 1;
    for (let errors = 1; errors <= maxErrors && same < sameErrors && hasServerError(decision); errors++) {
      await this.pause(serverErrorMs);
      const repeated = await play(errors);
      decision = repeated.decision;
      if (decision.serverError === undefined) this.passed();
      const { serverErrors: met = [] } = repeated;
      const common = met.filter((one) => again.includes(one));
      same = common.length > 0 ? same + 1 : 1;
      again = common.length > 0 ? common : met;
    }
    return same < sameErrors && isErratic(decision) ? erratic(decision) : decision;
  }

  /** One retry alone is enough for a case that others of the run disturbed. */
  async #isWorthwhile(decision: Decision, before: number, movesByItself: MovesByItself): Promise<boolean> {
    return decision.kind === 'disturbed' ? before === 1 : this.#mayBeProgress(decision, () => movesByItself(before));
  }

  async #mayBeProgress({ outcome, kind }: Decision, movesByItself: () => Promise<boolean>): Promise<boolean> {
    return (
      outcome === 'inconclusive' &&
      kind !== 'safety-policy' &&
      !lostOnTheWay.includes(kind) &&
      this.patienceMs > 0 &&
      movesByItself()
    );
  }
}

/** True when a server error may be the reason why an input was not passed. */
function hasServerError({ outcome, serverError }: Decision): boolean {
  return serverError === true && (outcome === 'failed' || outcome === 'inconclusive');
}

/** Whether the finding is about a server error, and not about something that the input met besides. */
function isAboutServerError({ finding, ...decision }: Decision): boolean {
  return hasServerError(decision) && isServerError(finding?.exchange?.response?.status);
}

/** Whether an input that met server errors in other places each time says nothing: what was read without them may be missing. */
function isErratic(decision: Decision): boolean {
  return isAboutServerError(decision) || (decision.outcome === 'failed' && hasServerError(decision));
}

/** The decision of an input that met a server error in each attempt, and not in one place. */
function erratic({ finding, ...decision }: Decision): Decision {
  const message = `each of ${maxErrors + 1} attempts met a 5xx response, and not to the same request`;
  return {
    ...decision,
    outcome: 'inconclusive',
    kind: 'overload',
    ...(finding && { finding: { ...finding, message } }),
  };
}

/** True when conditions on the way to the target kept an input from being decided; another attempt may be luckier. */
function isLost({ outcome, kind }: Decision): boolean {
  return outcome === 'inconclusive' && lostOnTheWay.includes(kind);
}

/** An input that the progress of the target kept from being decided in every attempt shows nothing on this target. */
async function withProgress(decision: Decision, movesByItself: () => Promise<boolean>): Promise<Decision> {
  const { outcome, kind } = decision;
  if (outcome !== 'inconclusive' || kind !== 'progress' || !(await movesByItself())) return decision;
  return { ...decision, outcome: 'not-applicable', kind: 'not-observed' };
}
