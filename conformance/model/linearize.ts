/** When an operation of a history ran; both times on one clock, in any unit. */
export interface Timed {
  readonly call: number;
  /** `Infinity` for an operation without an answer: it may have its effect at any time after its call, or never. */
  readonly return: number;
  /** The place in the history of an operation that has to come before this one, however their times overlap. */
  readonly after?: number;
}

/** What one operation after the other may do; it need not be deterministic. */
export interface Specification<State, Operation> {
  readonly initial: readonly State[];
  /** The states that may follow, each with this operation's answer; none when it cannot have happened so. */
  readonly next: (state: State, operation: Operation) => Iterable<State>;
  /** The same text for the same state, and for no other. */
  readonly key: (state: State) => string;
}

/** Whether a serial order explains a history. `order` holds places in the history: of the whole, or of the longest beginning that was explained. */
export interface Explanation {
  readonly verdict: 'linearizable' | 'not linearizable' | 'out of budget';
  readonly order: readonly number[];
}

const steps = 200_000;

/**
 * Looks for a serial order of the operations that keeps those that did not overlap in their order and in which each answers as the
 * specification has it. The search is that of Wing and Gong; it remembers, as Lowe does, with which operations done it has been in
 * which state, and does not go there again. After `budget` steps, each one operation tried in one state, it gives up: that decides nothing.
 */
export function linearize<State, Operation extends Timed>(
  history: readonly Operation[],
  { initial, next, key }: Specification<State, Operation>,
  budget = steps,
): Explanation {
  // Those that answered first most likely took effect first.
  const places = history.map((_, place) => place).sort((a, b) => returned(a) - returned(b));
  const answered = history.filter((one) => one.return !== Number.POSITIVE_INFINITY).length;
  const been = new Set<string>();
  const order: number[] = [];
  let longest: readonly number[] = [];
  let mostAnswered = -1;
  let left = budget;

  for (const state of initial) if (goesOn(0n, state, 0)) return { verdict: 'linearizable', order };
  return { verdict: left < 0 ? 'out of budget' : 'not linearizable', order: longest };

  function goesOn(done: bigint, state: State, explained: number): boolean {
    if (explained > mostAnswered) {
      mostAnswered = explained;
      longest = [...order];
    }
    if (explained === answered) return true;
    const open = places.filter((place) => !isIn(done, place));
    const horizon = returned(open[0] ?? 0);
    for (const place of open) {
      const operation = history[place];
      if (!operation || operation.call > horizon) continue;
      if (operation.after !== undefined && !isIn(done, operation.after)) continue;
      if (--left < 0) return false;
      const now = done | (1n << BigInt(place));
      for (const following of next(state, operation)) {
        const where = `${now.toString(36)} ${key(following)}`;
        if (been.has(where)) continue;
        been.add(where);
        order.push(place);
        if (goesOn(now, following, explained + (operation.return === Number.POSITIVE_INFINITY ? 0 : 1))) return true;
        order.pop();
      }
    }
    return false;
  }

  function returned(place: number): number {
    return history[place]?.return ?? Number.POSITIVE_INFINITY;
  }
}

function isIn(set: bigint, place: number): boolean {
  return ((set >> BigInt(place)) & 1n) === 1n;
}
