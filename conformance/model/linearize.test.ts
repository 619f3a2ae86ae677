import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linearize, type Specification, type Timed } from './linearize.js';

/** A register that is written, read, or set to 1 if it is 0. */
interface Use extends Timed {
  readonly does: 'write' | 'read' | 'set';
  readonly value: number;
}

const register: Specification<number, Use> = {
  initial: [0],
  key: String,
  next(state, { does, value }) {
    if (does === 'write') return [value];
    if (does === 'read') return state === value ? [state] : [];
    // It may fail without a reason, as a weak compare-and-set does.
    return state === 0 ? [1, 0] : [state];
  },
};

/** Tries all orders of all choices of operations that contain every operation with a response. */
function byBruteForce(history: readonly Use[]): boolean {
  const tries = (states: readonly number[], left: readonly number[]): boolean => {
    if (states.length === 0) return false;
    if (left.every((place) => history[place]?.return === Number.POSITIVE_INFINITY)) return true;
    return left.some((place) => {
      const one = history[place];
      if (!one || left.some((other) => (history[other]?.return ?? 0) < one.call)) return false;
      if (one.after !== undefined && left.includes(one.after)) return false;
      const rest = left.filter((other) => other !== place);
      return tries(
        states.flatMap((state) => [...register.next(state, one)]),
        rest,
      );
    });
  };
  return tries(
    register.initial,
    history.map((_, place) => place),
  );
}

const use = fc
  .record({
    does: fc.constantFrom('write' as const, 'read' as const, 'set' as const),
    value: fc.integer({ min: 0, max: 2 }),
    call: fc.integer({ min: 0, max: 6 }),
    lasts: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 5 }) }, fc.constant(Number.POSITIVE_INFINITY)),
    after: fc.option(fc.nat(5), { nil: undefined }),
  })
  .map(({ lasts, ...one }) => ({ ...one, return: one.call + lasts }));

const histories = fc.array(use, { maxLength: 6 }).map((all): readonly Use[] =>
  all.map(({ after, ...one }, place) => ({
    ...one,
    ...(after !== undefined && after < place && { after }),
  })),
);

test('the search finds an order if and only if one exists', () => {
  let explained = 0;
  fc.assert(
    fc.property(histories, (history) => {
      const { verdict } = linearize(history, register);
      expect(verdict).toBe(byBruteForce(history) ? 'linearizable' : 'not linearizable');
      explained += verdict === 'linearizable' ? 1 : 0;
    }),
    { numRuns: 3_000, seed: 16 },
  );
  // Both verdicts are common, so that the comparison is meaningful.
  expect(explained).toBeGreaterThan(300);
  expect(explained).toBeLessThan(2_700);
});

test('the order respects the times and agrees with the register', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const { verdict, order } = linearize(history, register);
      expect(new Set(order).size).toBe(order.length);
      let states: readonly number[] = [0];
      for (const [index, place] of order.entries()) {
        const one = history[place];
        if (!one) throw new Error('the order names what is not there');
        for (const later of order.slice(index + 1)) expect(history[later]?.return).toBeGreaterThanOrEqual(one.call);
        if (one.after !== undefined) expect(order.slice(0, index)).toContain(one.after);
        states = states.flatMap((state) => [...register.next(state, one)]);
      }
      expect(states.length).toBeGreaterThan(0);
      if (verdict !== 'linearizable') return;
      const answered = history.flatMap((one, place) => (one.return < Number.POSITIVE_INFINITY ? [place] : []));
      expect(order).toEqual(expect.arrayContaining(answered));
    }),
    { numRuns: 1_000, seed: 17 },
  );
});

const hard = Array.from({ length: 12 }, (_, value): Use => ({ does: 'write', value, call: 0, return: 10 }));
const impossible: Use = { does: 'read', value: 99, call: 11, return: 12 };

test('the search stops at the end of its budget without a verdict', () => {
  expect(linearize([...hard, impossible], register, 1_000).verdict).toBe('out of budget');
  expect(linearize(hard, register, 1_000).verdict).toBe('linearizable');
});

test('the search does not visit a state twice, so twelve concurrent writes are feasible', () => {
  expect(linearize([...hard, impossible], register).verdict).toBe('not linearizable');
});

test('without an order the search returns the longest one that it found', () => {
  const write: Use = { does: 'write', value: 1, call: 0, return: 1 };
  const read = (value: number, call: number): Use => ({ does: 'read', value, call, return: call + 1 });
  expect(linearize([write, read(1, 2), read(2, 4), read(1, 6)], register)).toEqual({
    verdict: 'not linearizable',
    order: [0, 1],
  });
});
