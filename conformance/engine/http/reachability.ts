import { setTimeout as sleep } from 'node:timers/promises';
import { Unreachable } from '../errors.js';
import type { Sent } from './sent.js';
import type { RecordSent } from './wire.js';

/** Milliseconds that the run waits for a target that has responded before and now accepts no connections, such as during a restart. */
export const restartMs = 30_000;
/** After this many requests in a row without a response the kit asks whether the target can be reached at all. */
const maxFailuresInARow = 8;
/** Milliseconds of the first pause before it asks again; each further one is twice as long. */
const askAgainMs = 500;

/** Finds out whether a target that has responded before still responds to anything. */
export class Reachability {
  #hasResponded = false;
  #failuresInARow = 0;
  /** When the last response came, and whether a request has timed out since with no response beside it. */
  #respondedAt = 0;
  #isSilent = false;
  #asking?: Promise<void> | undefined;

  /**
   * @param now milliseconds since the run began
   * @param ask sends a list and a read at the same time, because a target may respond to only one of them, and records them
   */
  constructor(
    private readonly now: () => number,
    private readonly target: { readonly url: string; readonly patienceMs: number },
    private readonly ask: (record: RecordSent) => Promise<readonly Sent[]>,
  ) {}

  get hasResponded(): boolean {
    return this.#hasResponded;
  }

  /** A response came. */
  responded(): void {
    this.#failuresInARow = 0;
    this.#respondedAt = this.now();
    this.#isSilent = false;
    this.#hasResponded = true;
  }

  /** A request that was sent at `startedAt` got no response. */
  failed(startedAt: number, timedOut: boolean): void {
    this.#failuresInARow += 1;
    this.#isSilent ||= timedOut && this.#respondedAt < startedAt;
  }

  /**
   * After a time limit without any response, or many requests in a row without one, asks whether the target responds to a list or to a
   * read, for as long as a restart may take.
   *
   * @throws Unreachable when it responds to neither.
   */
  async require(record: RecordSent): Promise<void> {
    if (!this.#hasResponded || !(this.#isSilent || this.#failuresInARow >= maxFailuresInARow)) return;
    this.#asking ??= this.#untilResponse(record).finally(() => {
      this.#asking = undefined;
    });
    await this.#asking;
  }

  async #untilResponse(record: RecordSent): Promise<void> {
    const until = this.now() + Math.min(restartMs, this.target.patienceMs);
    for (let pauseMs = askAgainMs; ; pauseMs *= 2) {
      const answers = await this.ask(record);
      // For a target that accepts no connections the pace waits.
      if (answers.some(({ response, fate }) => response || fate === 'not-connected')) return;
      // One that is silent for the whole time limit is not asked twice.
      const isSilent = answers.some(({ fate }) => fate === undefined);
      if (isSilent || this.now() + pauseMs > until)
        throw new Unreachable(
          `the target at ${this.target.url} cannot be reached any more: requests get no response, and neither does a list or a read: ${answers[0]?.failure}`,
        );
      await sleep(pauseMs);
    }
  }
}
