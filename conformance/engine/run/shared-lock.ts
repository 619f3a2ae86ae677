/** Lets things happen together, or one of them alone, which waits until nothing else happens and keeps everything else waiting. */
export class SharedLock {
  #running = 0;
  #alone = false;
  #waiting: (() => void)[] = [];

  /** Does it beside whatever else is done together. */
  together<T>(act: () => Promise<T>): Promise<T> {
    return this.#turn(act, false, () => !this.#alone);
  }

  /** Does it once nothing else is going on, and lets nothing begin before it is over. Not from within another turn: that would never come. */
  alone<T>(act: () => Promise<T>): Promise<T> {
    return this.#turn(act, true, () => this.#running === 0);
  }

  async #turn<T>(act: () => Promise<T>, alone: boolean, free: () => boolean): Promise<T> {
    while (!free()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running += 1;
    this.#alone = alone;
    try {
      return await act();
    } finally {
      this.#running -= 1;
      this.#alone = false;
      for (const wake of this.#waiting.splice(0)) wake();
    }
  }
}
