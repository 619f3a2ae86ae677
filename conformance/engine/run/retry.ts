import type { Decision } from './outcome.js';
import { SharedLock } from './shared-lock.js';

const maxRetries = 5;

/**
 * Plays an input again when it was inconclusive on a target that moves actions by itself: the target may only have been faster. The
 * retry runs alone, so that nothing slows it down.
 */
export class Retry {
  readonly #lock = new SharedLock();

  constructor(
    private readonly movesByItself: () => Promise<boolean>,
    /** The time for all retries of a run, in milliseconds. */
    private patienceMs: number,
  ) {}

  /** Plays an input until it is decided or there are no more retries; `play` receives the number of times it was played before. */
  async untilConclusive(play: (before: number) => Promise<Decision>): Promise<Decision> {
    let decision = await this.#lock.shared(() => play(0));
    for (let before = 1; before <= maxRetries && (await this.#mayBeProgress(decision)); before++) {
      decision = await this.#lock.exclusive(async () => {
        const began = performance.now();
        const repeated = await play(before);
        this.patienceMs -= performance.now() - began;
        return repeated;
      });
    }
    return decision;
  }

  async #mayBeProgress({ outcome, kind }: Decision): Promise<boolean> {
    return outcome === 'inconclusive' && kind !== 'safety-policy' && this.patienceMs > 0 && this.movesByItself();
  }
}
