/**
 * What the inputs of one case share: preparations that none of them changes, such as an accepted control, and actions that an input
 * left as they were. Cases share nothing with each other.
 */
export class Shared {
  readonly #made = new Map<string, Promise<unknown>>();
  readonly #idle = new Map<string, unknown[]>();

  /** The result of the first call with this key. One that fails is not kept, so the next input tries again. */
  once<T>(key: string, make: () => Promise<T>): Promise<T> {
    const before = this.#made.get(key);
    if (before) return before as Promise<T>;
    const made = make();
    this.#made.set(key, made);
    made.catch(() => this.#made.delete(key));
    return made;
  }

  /** Takes out an action of this kind that no input uses; `undefined` when there is none. */
  take<T>(kind: string): T | undefined {
    return this.#idle.get(kind)?.pop() as T | undefined;
  }

  /** Leaves an action of this kind for the next input. */
  leave(kind: string, action: unknown): void {
    const idle = this.#idle.get(kind);
    if (idle) idle.push(action);
    else this.#idle.set(kind, [action]);
  }
}
