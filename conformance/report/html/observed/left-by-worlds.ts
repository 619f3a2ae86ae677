/** What earlier worlds knew of their actions when they were over: inputs of a case share actions, or pass one on. */
export class LeftByWorlds<Known> {
  readonly #left = new Map<string, { readonly known: Known; readonly at: number }>();

  /** @param most how many actions are remembered; those that use an action again follow soon. */
  constructor(private readonly most = 500) {}

  /** What is known of an action at this time, unless a world used it later than that. */
  at(time: number, id: string): Known | undefined {
    const left = this.#left.get(id);
    return left && left.at <= time ? left.known : undefined;
  }

  /** Remembers what a world that used an action until this time knows of it. */
  set(id: string, known: Known | undefined, at: number): void {
    const isLatest = at >= (this.#left.get(id)?.at ?? at);
    this.#left.delete(id);
    if (known === undefined || !isLatest) return;
    this.#left.set(id, { known, at });
    for (const oldest of this.#left.keys()) if (this.#left.size > this.most) this.#left.delete(oldest);
  }
}
