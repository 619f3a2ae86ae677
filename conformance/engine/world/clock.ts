import { setTimeout as wait } from 'node:timers/promises';

/** The time as a case reads it. A case reads it from here only, so that the record of a run can give it the same time again. */
export interface Clock {
  /** Milliseconds since the run began. */
  now(): number;
  /** Milliseconds since 1970. */
  date(): number;
  sleep(ms: number): Promise<void>;
  /** A value that depends on what the whole run has seen so far, as it was when `read` found it. */
  learned(read: () => string): string;
}

/** What a case read from its clock and learned about its requests, in order. */
export type Reading = number | string | readonly SendStep[];

/** One step of a request: it was sent, an id was looked up first, or it was not sent (again). */
export type SendStep =
  | { readonly did: 'send'; readonly number: number }
  | { readonly did: 'look'; readonly id: string }
  | { readonly did: 'give-up'; readonly why: string }
  | { readonly did: 'refuse'; readonly kind: string; readonly message: string };

/** The time of this machine. */
export class SystemClock implements Clock {
  constructor(private readonly sinceBegin: () => number) {}

  /** Everything that was read so far. */
  readonly readings: Reading[] = [];

  now(): number {
    return this.#noted(this.sinceBegin());
  }

  date(): number {
    return this.#noted(Date.now());
  }

  async sleep(ms: number): Promise<void> {
    const place = this.readings.push(0) - 1;
    await wait(ms);
    this.readings[place] = this.sinceBegin();
  }

  learned(read: () => string): string {
    return this.#noted(read());
  }

  #noted<Value extends Reading>(value: Value): Value {
    this.readings.push(value);
    return value;
  }
}

/** A time in milliseconds with a precision of one microsecond. */
export function rounded(ms: number): number {
  return Math.round(ms * 1_000) / 1_000;
}
