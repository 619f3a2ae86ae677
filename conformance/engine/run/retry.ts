import type { Decision } from './outcome.js';
import { SharedLock } from './shared-lock.js';

/** How often a input is played again. */
const most = 5;

/**
 * Plays inputs again that were left undecided by a target which moves actions by itself: it may only have been faster than the input, which is
 * played alone then, so that nothing slows it down.
 */
export class Again {
  readonly #turns = new SharedLock();

  constructor(
    private readonly movesByItself: () => Promise<boolean>,
    /** Milliseconds to spend on it in all. */
    private patienceMs: number,
  ) {}

  /** Gives back what a input comes to; `play` is handed how often it was played before. */
  async untilConclusive(play: (before: number) => Promise<Decision>): Promise<Decision> {
    let decision = await this.#turns.together(() => play(0));
    for (let before = 1; before <= most && (await this.#mayBeProgress(decision)); before++) {
      decision = await this.#turns.alone(async () => {
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
