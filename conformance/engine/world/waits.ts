/** An effect of a request that may show later, within the settle time. Many cases wait for it before they go on. */
export type Effect = 'a new action could be read' | 'the list showed new actions' | 'a cancelled action ended';

/** A wait for an effect, with times in milliseconds. */
interface Wait {
  /** How long it should last if the effect never shows. */
  readonly wholeMs: number;
  /** How long it was to last. */
  readonly limitMs: number;
  /** How long it took until the effect showed; undefined if it did not. */
  readonly tookMs?: number | undefined;
}

/** Whole waits that have to end in vain before later ones are shorter. */
const enough = 3;
/** The part of the whole time that a shorter wait lasts. */
const part = 1 / 8;
/** One in so many waits lasts the whole time in spite of that, and shows whether the effect comes now. */
const wholeOneIn = 16;

/**
 * What the waits of a run have shown. On a target where an effect never comes, every case would wait for it again, and the run would take
 * minutes. So waits are shorter after three whole ones that ended in vain, but last at least twice as long as the effect has ever taken.
 * A case that judges the effect itself waits the whole time.
 */
export class Waits {
  readonly #ended = new Map<Effect, Wait[]>();

  /** For how many of `wholeMs` milliseconds to wait for the effect. */
  limit(effect: Effect, wholeMs: number): number {
    const ended = this.#of(effect);
    const inVain = ended.filter(({ tookMs, limitMs }) => tookMs === undefined && limitMs >= wholeMs);
    const isWhole = inVain.length < enough || ended.length % wholeOneIn === 0;
    const slowest = Math.max(0, ...ended.map(({ tookMs = 0 }) => tookMs));
    return isWhole ? wholeMs : Math.min(wholeMs, Math.max(part * wholeMs, 2 * slowest));
  }

  /** Notes a wait for an effect that did not show at once. */
  ended(effect: Effect, wait: Wait): void {
    this.#of(effect).push(wait);
  }

  /** What the user should know about shorter waits. */
  get notices(): readonly string[] {
    return [...this.#ended].flatMap(([effect, waits]) => {
      const shorter = waits.filter(({ limitMs, wholeMs }) => limitMs < wholeMs).length;
      const whole = waits.length - shorter;
      const text = `waited ${whole} times for as long as it should take until ${effect}, so ${shorter} later ${shorter === 1 ? 'wait for that was' : 'waits for that were'} shorter`;
      return shorter === 0 ? [] : [text];
    });
  }

  #of(effect: Effect): Wait[] {
    const known = this.#ended.get(effect) ?? [];
    this.#ended.set(effect, known);
    return known;
  }
}
