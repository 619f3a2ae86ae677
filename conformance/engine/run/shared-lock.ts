/** Keeps what is exclusive from happening at the same time as anything else. */
export type Lock = Pick<SharedLock, 'shared' | 'exclusive'>;

/** A lock with shared and exclusive holders: any number of shared ones at a time, or one exclusive one. */
export class SharedLock {
  #holders = 0;
  #exclusive = false;
  #waiting: (() => void)[] = [];

  /** Runs `act` at the same time as other shared holders. */
  shared<T>(act: () => Promise<T>): Promise<T> {
    return this.#hold(act, false, () => !this.#exclusive);
  }

  /** Runs `act` when nobody else holds the lock, and lets nobody begin before it ends. A holder that asks for it waits for itself. */
  exclusive<T>(act: () => Promise<T>): Promise<T> {
    return this.#hold(act, true, () => this.#holders === 0);
  }

  async #hold<T>(act: () => Promise<T>, exclusive: boolean, isFree: () => boolean): Promise<T> {
    while (!isFree()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#holders += 1;
    this.#exclusive = exclusive;
    try {
      return await act();
    } finally {
      this.#holders -= 1;
      this.#exclusive = false;
      for (const wake of this.#waiting.splice(0)) wake();
    }
  }
}
