import type { Decision } from '../outcome.js';

/** The time of a run, and what it was too short for. */
export class TimeLimit {
  #unplayed = 0;
  #hasRunOut = false;

  /**
   * @param maxTimeMs without it the time is never over
   * @param isOverAt whether the time for the world with this label is over; `until` is in milliseconds since the run began
   */
  constructor(
    private readonly maxTimeMs: number | undefined,
    private readonly isOverAt: (label: string, until: number) => boolean,
  ) {}

  isOver(label: string): boolean {
    const isOver = this.maxTimeMs !== undefined && this.isOverAt(label, this.maxTimeMs);
    this.#hasRunOut ||= isOver;
    return isOver;
  }

  /** The decision of an input for which there was no time. */
  notPlayed(input: string): Decision {
    this.#unplayed += 1;
    const message = `not played, because the time of --max-time (${seconds(this.maxTimeMs)}) was over`;
    const finding = { message, expected: 'time to play the input', received: message, input };
    return { outcome: 'inconclusive', judged: 0, kind: 'time-limit', finding };
  }

  /** Whether an input was not played. */
  get leftOutInputs(): boolean {
    return this.#unplayed > 0;
  }

  /** What the user should know about it. */
  get notice(): string | undefined {
    if (!this.#hasRunOut) return undefined;
    return `the run ended after the ${seconds(this.maxTimeMs)} of --max-time: ${this.#unplayed} ${this.#unplayed === 1 ? 'input was' : 'inputs were'} not played, and what depends on them is inconclusive; sequences and the audit may be incomplete`;
  }
}

function seconds(ms = 0): string {
  return `${ms / 1_000} s`;
}
