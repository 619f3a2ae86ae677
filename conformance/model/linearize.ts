/** When an operation of a history ran: two times of one clock, in any unit. */
export interface Timed {
  readonly call: number;
  /** `Infinity` for an operation without a response: it may take effect at any time after its call, or never. */
  readonly return: number;
  /** The index in the history of an operation that comes before this one, even if their times overlap. */
  readonly after?: number;
}

/** What operations do when they run one after the other. It need not be deterministic. */
export interface Specification<State, Operation> {
  readonly initial: readonly State[];
  /** The states that may follow and agree with the response of the operation; none when no state agrees with it. */
  readonly next: (state: State, operation: Operation) => Iterable<State>;
  /** A text that is the same for equal states and differs for others. */
  readonly key: (state: State) => string;
}

/** Whether a serial order explains a history. `order` contains indexes of the history: all of them, or the longest order that was found. */
export interface Explanation {
  readonly verdict: 'linearizable' | 'not linearizable' | 'out of budget';
  readonly order: readonly number[];
}

const steps = 200_000;

/**
 * Searches for a serial order of the operations that keeps the order of those that did not overlap, and in which the specification
 * explains every response. The algorithm is that of Wing and Gong with the improvement by Lowe: it remembers which operations were done
 * in which state, and does not search from there again. It gives up after `budget` steps, each of which tries one operation in one state.
 */
export function linearize<State, Operation extends Timed>(
  history: readonly Operation[],
  { initial, next, key }: Specification<State, Operation>,
  budget = steps,
): Explanation {
  // An operation with an earlier response most likely took effect earlier.
  const places = history.map((_, place) => place).sort((a, b) => returned(a) - returned(b));
  const responses = history.filter((one) => one.return !== Number.POSITIVE_INFINITY).length;
  const visited = new Set<string>();
  const order: number[] = [];
  let longest: readonly number[] = [];
  let mostExplained = -1;
  let left = budget;

  for (const state of initial) if (extend(0n, state, 0)) return { verdict: 'linearizable', order };
  return { verdict: left < 0 ? 'out of budget' : 'not linearizable', order: longest };

  function extend(done: bigint, state: State, explained: number): boolean {
    if (explained > mostExplained) {
      mostExplained = explained;
      longest = [...order];
    }
    if (explained === responses) return true;
    const open = places.filter((place) => !isIn(done, place));
    const horizon = returned(open[0] ?? 0);
    for (const place of open) {
      const operation = history[place];
      if (!operation || operation.call > horizon) continue;
      if (operation.after !== undefined && !isIn(done, operation.after)) continue;
      if (--left < 0) return false;
      const now = done | (1n << BigInt(place));
      for (const following of next(state, operation)) {
        const node = `${now.toString(36)} ${key(following)}`;
        if (visited.has(node)) continue;
        visited.add(node);
        order.push(place);
        if (extend(now, following, explained + (operation.return === Number.POSITIVE_INFINITY ? 0 : 1))) return true;
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
