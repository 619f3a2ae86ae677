import type { Result } from '../../engine/run/outcome.js';
import type { RunRecord } from '../record.js';

/** A result and those that follow from it. */
export interface Placed {
  readonly result: Result;
  readonly followers: readonly Placed[];
}

/** Gives each result one place: under the result from which it follows, if that comes in the same section or before, or else on its own. */
export class Placement {
  readonly #placed = new Set<Result['id']>();

  constructor(
    private readonly results: readonly Result[],
    private readonly explained: RunRecord['explained'],
  ) {}

  /** Places the results of a section, without those that have a place already. */
  section(results: readonly Result[]): readonly Placed[] {
    const own = results.filter(({ id }) => !this.#placed.has(id));
    const roots = own.filter(({ id }) => !own.some((other) => other.id === this.#rootOf(id)));
    // Results that follow from each other in a circle have no root.
    return [...roots, ...own].flatMap((result) => (this.#placed.has(result.id) ? [] : [this.#place(result)]));
  }

  #place(result: Result): Placed {
    this.#placed.add(result.id);
    const followers = this.results.filter(({ id }) => !this.#placed.has(id) && this.#rootOf(id) === result.id);
    return { result, followers: followers.map((one) => this.#place(one)) };
  }

  #rootOf(id: Result['id']): Result['id'] | undefined {
    return this.explained?.consequences.find((one) => one.id === id)?.of;
  }
}
