import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Deadline, noDeadline } from './deadline.js';

/** What a run waits for, and until when. */
export interface Waiting {
  /** A sentence such as "the target responds with 429". */
  readonly reason: string;
  readonly until: Date;
}

/**
 * Milliseconds of the first wait without a `Retry-After`; each further one is twice as long, up to the longest: without a time that the
 * target names, and with one that was too short again and again.
 */
const backoff = { first: 50, longest: 30_000, longestBroken: 10_000 };
/** Milliseconds between two requests after the first overload, and at most. */
const gaps = { first: 5, longest: 5_000 };
/** Rejections in a row for which the kit waits only as long as the target asks. Those that ask for no wait at all cost no patience. */
const mostAsAsked = 8;
/**
 * Patience with a target that names no time to wait, or again and again one that is too short: a target that has not accepted a single
 * request, and one that has. Where it names a time there is a limit, which may be one for each minute.
 */
const unaskedPatienceMs = { first: 20_000, later: 30_000, broken: 55_000 };
/** After so many rejections in a row that one short wait was enough for, the distance between requests seems not to matter. */
const mostLone = 12;
/** Milliseconds of the wait after such a rejection. */
const loneMs = 2;

/**
 * When the next request may be sent. One rejection makes all requests of the run wait, and where waiting does not help, requests keep a
 * distance that grows with each rejection and shrinks with each response.
 */
export class Pace {
  readonly #began: number;
  #pausedUntil = 0;
  #nextAt = 0;
  #gapMs = 0;
  #pauses = 0;
  /** Rejections without a `Retry-After` since the last one that needed more than one wait. */
  #lone = 0;
  #lastAccepted?: number;
  /** Ends the waits for the distance between requests. */
  #hurry = new AbortController();

  constructor(
    private readonly now: () => number,
    private readonly patienceMs: number,
    private readonly waiting: (waiting: Waiting) => void,
    private readonly deadline: Deadline = noDeadline(),
  ) {
    this.#began = now();
  }

  /** Resolves when a request may be sent. */
  async turn(): Promise<void> {
    while (this.now() < this.deadline.at) {
      const at = Math.max(this.#pausedUntil, this.#nextAt);
      if (at <= this.now()) break;
      // Reserves the place behind those that wait already.
      const waitMs = Math.min(at, this.deadline.at) - this.now();
      if (at === this.#pausedUntil) await sleep(waitMs);
      else {
        this.#nextAt = at + this.#gapMs;
        const isHurried = await this.#waited(waitMs);
        if (this.#pausedUntil <= this.now() && !isHurried) return;
      }
    }
    this.#nextAt = this.now() + this.#gapMs;
  }

  /** Waits for so long, or until the distance between requests no longer matters; returns whether that was so. */
  async #waited(ms: number): Promise<boolean> {
    const { signal } = this.#hurry;
    // Each request that waits listens to it.
    setMaxListeners(0, signal);
    await sleep(ms, undefined, { signal }).catch(() => undefined);
    return signal.aborted;
  }

  /** The target has responded to a request that was sent at its turn. */
  accepted(): void {
    this.#lastAccepted = this.now();
    this.#pauses = 0;
    this.#gapMs = this.#gapMs < 1 ? 0 : this.#gapMs * 0.98;
  }

  /**
   * Makes every request wait after a rejection of one that was sent at `sentAt`; `waitMs` is the time that the target asks for. Returns
   * false when that would exceed the patience.
   */
  rejected(reason: string, sentAt: number, waitMs?: number, patienceMs = this.patienceMs): boolean {
    const now = this.now();
    // Requests that were on their way when the pause began say nothing about waiting.
    const isNew = sentAt >= this.#pausedUntil;
    const pauses = this.#pauses + (isNew ? 1 : 0);
    if (isNew && waitMs === undefined) this.#lone = this.#pauses === 0 ? this.#lone + 1 : 0;
    const isLone = waitMs === undefined && this.#lone > mostLone;
    // A target that goes on rejecting after the time that it named itself has named one that is too short.
    const doublings = waitMs === undefined ? Math.max(1, pauses) - 1 : pauses - mostAsAsked - 1;
    const isBroken = waitMs !== undefined && doublings >= 0;
    const longestMs = isBroken ? backoff.longestBroken : backoff.longest;
    const ownMs = doublings < 0 ? 0 : Math.min(backoff.first * 2 ** doublings, longestMs);
    const ms = isLone ? loneMs : Math.max(waitMs ?? 0, ownMs);
    const until = isNew || waitMs !== undefined ? Math.max(this.#pausedUntil, now + ms) : this.#pausedUntil;
    const since = this.#lastAccepted ?? this.#began;
    const { first, later, broken } = unaskedPatienceMs;
    const unaskedMs = this.#lastAccepted === undefined ? first : isBroken ? broken : later;
    const limit = waitMs === undefined || isBroken ? unaskedMs : patienceMs;
    const costs = until > now;
    if (costs && until - since > Math.min(limit, patienceMs)) {
      // Distance has not helped for as long as the kit is patient, so it would only make the run longer.
      this.#gapMs = 0;
      this.#nextAt = now;
      this.#hurry.abort();
      this.#hurry = new AbortController();
      return false;
    }
    if (isLone) this.#gapMs = 0;
    else if (isNew && until > now && (waitMs === undefined || pauses > 1))
      this.#gapMs = Math.min(Math.max(this.#gapMs * 2, gaps.first), gaps.longest, Math.max(ms, gaps.first));
    this.#pauses = pauses;
    if (until > this.#pausedUntil && until > now) this.waiting({ reason, until: new Date(Date.now() + (until - now)) });
    this.#pausedUntil = Math.max(this.#pausedUntil, until);
    return true;
  }
}
