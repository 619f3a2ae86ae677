interface Waiting {
  readonly time: number;
  readonly resolve: () => void;
}

/** Lets what was waited for at the same time happen in the order of its recorded times, without waiting for them. */
export class EventOrder {
  readonly #waiting: Waiting[] = [];
  #isRunning = false;

  /** Resolves when everything before this time has happened. */
  at(time: number): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ time, resolve });
      if (this.#isRunning) return;
      this.#isRunning = true;
      setImmediate(() => this.#advance());
    });
  }

  /** Whatever the last event caused has run by then, and waits for its own events. */
  #advance(): void {
    this.#waiting.sort((a, b) => a.time - b.time);
    this.#waiting.shift()?.resolve();
    this.#isRunning = this.#waiting.length > 0;
    if (this.#isRunning) setImmediate(() => this.#advance());
  }
}
