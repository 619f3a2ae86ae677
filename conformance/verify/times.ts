import type { Given } from '../engine/run/events.js';
import type { ExchangeLine, PlayedLine } from '../record/lines.js';

/** Milliseconds by which the clock of a machine may be set while a run goes on. */
export const clockMs = 60_000;

/**
 * The times of a record, which have an order of their own: requests get their numbers as they are sent, the exchanges of a world stand in
 * the order in which they ended, and so do the worlds. Returns what is wrong with a time.
 */
export class RecordedTimes {
  /** When each request was sent, by its number. */
  readonly #sent: number[] = [];
  #endedInWorld = { sent: 0, beside: 0 };
  #worldEnded = 0;
  #last = 0;
  /** When the run began, in milliseconds since 1970. */
  #began = 0;

  given({ began }: Given): void {
    this.#began = began;
  }

  exchange({ number, startedAt, endedAt, phase }: ExchangeLine): readonly string[] {
    this.#sent[number] = startedAt;
    this.#last = Math.max(this.#last, endedAt);
    const kind = phase === 'beside' ? 'beside' : 'sent';
    const before = this.#endedInWorld[kind];
    this.#endedInWorld[kind] = endedAt;
    return [
      ...(endedAt >= startedAt ? [] : [`exchange ${number} ended at ${endedAt}, before it began at ${startedAt}`]),
      ...(endedAt >= before ? [] : [`exchange ${number} ended at ${endedAt}, before the one that it follows`]),
    ];
  }

  played({ world, endedAt, readings }: PlayedLine): readonly string[] {
    const { sent, beside } = this.#endedInWorld;
    const least = Math.max(this.#worldEnded, sent, beside);
    this.#endedInWorld = { sent: 0, beside: 0 };
    this.#worldEnded = endedAt;
    const wrong = readings.filter((one) => typeof one === 'number' && !this.#isWithin(one, endedAt));
    return [
      ...(endedAt >= least ? [] : [`${world}: expected an end at ${least} or later, received ${endedAt}`]),
      ...wrong.map(
        (time) => `${world} read the time ${time}, which is not between the beginning of the run and its end`,
      ),
    ];
  }

  /** Whether a clock can have shown this time, of the run or since 1970, in a world that ended then. */
  #isWithin(time: number, endedAt: number): boolean {
    if (time < firstDate) return time >= 0 && time <= endedAt;
    const sinceBegin = time - this.#began;
    return sinceBegin >= -clockMs && sinceBegin <= endedAt + clockMs;
  }

  /** What is wrong with the order of the requests, and with the duration of the run in milliseconds. */
  whole(durationMs: number | undefined): readonly string[] {
    let latest = 0;
    const early = this.#sent.flatMap((startedAt, number) => {
      if (startedAt < latest) return [`exchange ${number} began at ${startedAt}, before one with a smaller number`];
      latest = startedAt;
      return [];
    });
    const last = Math.max(this.#last, this.#worldEnded);
    if (durationMs === undefined || durationMs >= last) return early;
    return [...early, `the run took ${durationMs} ms, but a world or an exchange ended at ${last}`];
  }
}

/** A number of milliseconds that is no time since the run began. */
const firstDate = 1e11;
