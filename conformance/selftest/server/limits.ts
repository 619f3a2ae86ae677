/** Milliseconds on a clock that only moves forward. */
export const clock = (): number => performance.now();

/**
 * A quota: after this many requests, the target rejects all others for a time. The window ends when the quota is used up, so that a
 * run meets it on a slow machine too.
 */
export class Quota {
  #opensAt = Number.NEGATIVE_INFINITY;
  #used = 0;

  constructor(
    private readonly requests: number,
    private readonly closedMs: number,
  ) {}

  /** Counts a request. Returns 0 if it is within the quota, and otherwise the milliseconds until the next window. */
  exceededFor(): number {
    const now = clock();
    if (now < this.#opensAt) return this.#opensAt - now;
    this.#used += 1;
    if (this.#used <= this.requests) return 0;
    this.#used = 0;
    this.#opensAt = now + this.closedMs;
    return this.closedMs;
  }
}

/** A rate: on average one request each so many milliseconds, and up to `burst` more at once, as `limit_req` of nginx counts them. */
export class Rate {
  #excess = 0;
  #last = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly eachMs: number,
    private readonly burst: number,
  ) {}

  /** Counts a request; true if it exceeds the rate. */
  exceeded(): boolean {
    const now = clock();
    const excess = Math.max(0, this.#excess - (now - this.#last) / this.eachMs) + 1;
    if (excess > this.burst + 1) return true;
    this.#excess = excess;
    this.#last = now;
    return false;
  }
}
