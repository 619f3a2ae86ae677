import { setTimeout as sleep } from 'node:timers/promises';
import { type Deadline, noDeadline } from './deadline.js';

/** At most so many requests in so many milliseconds. */
export interface RequestRate {
  readonly requests: number;
  readonly perMs: number;
}

/** The share of the time between two requests that is added: the network may bring them closer together. */
const reserve = 0.03;

/** Keeps the same distance between any two requests of a run, whoever sends them. */
export class RateLimit {
  readonly #gapMs: number;
  readonly #waiting: (() => void)[] = [];
  #nextAt = 0;
  #isServing = false;

  constructor(
    private readonly now: () => number,
    rate?: RequestRate,
    private readonly deadline: Deadline = noDeadline(),
  ) {
    this.#gapMs = rate === undefined ? 0 : (rate.perMs / rate.requests) * (1 + reserve);
  }

  /** Resolves when a request may be sent. One that is `urgent` comes before all that wait already. */
  async turn(urgent = false): Promise<void> {
    if (this.#gapMs === 0) return;
    await new Promise<void>((resolve) => {
      if (urgent) this.#waiting.unshift(resolve);
      else this.#waiting.push(resolve);
      if (!this.#isServing) void this.#serve();
    });
  }

  get #waitMs(): number {
    return Math.min(this.#nextAt, this.deadline.at) - this.now();
  }

  async #serve(): Promise<void> {
    this.#isServing = true;
    while (this.#waiting.length > 0) {
      // A timer may end up to a millisecond early.
      while (this.#waitMs > 0) await sleep(this.#waitMs);
      this.#nextAt = this.now() + this.#gapMs;
      this.#waiting.shift()?.();
    }
    this.#isServing = false;
  }
}
