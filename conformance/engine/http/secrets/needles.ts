/** Characters of a needle by which it is found first; none is shorter. */
const headLength = 8;
/** Characters that are looked at first: the last of what may be a head. */
const blockLength = 3;
/** Binary digits of the hash of a block: few, because a table beyond the cache of the processor takes most of the time. */
const bits = 16;
/** How far to go on after a block that no head has. */
const farthest = headLength - blockLength + 1;

/** A place in a text at which a needle begins. */
export interface Found<Value> {
  readonly at: number;
  readonly needle: string;
  readonly value: Value;
}

/**
 * Finds any of many texts in another text, in one pass that skips most characters: where the last characters of a window of 8 are in no
 * head of a needle, no needle begins before them (Wu and Manber, "A fast algorithm for multi-pattern searching", 1994).
 */
export class Needles<Value> {
  /** By their first characters, the longest first. */
  readonly #byHead = new Map<string, { readonly needle: string; readonly value: Value }[]>();
  /** By the hash of a block: the distance from its last place in any head to the end of the head. */
  readonly #steps = new Uint8Array(1 << bits).fill(farthest);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** @throws RangeError for a needle of fewer than 8 characters. */
  add(needle: string, value: Value): void {
    if (needle.length < headLength) throw new RangeError(`a needle has at least ${headLength} characters`);
    const head = needle.slice(0, headLength);
    const known = this.#byHead.get(head) ?? [];
    if (known.some((one) => one.needle === needle)) return;
    this.#byHead.set(
      head,
      [...known, { needle, value }].sort((a, b) => b.needle.length - a.needle.length),
    );
    for (let step = 0; step < farthest; step++) {
      const slot = slotOf(head, headLength - blockLength - step);
      this.#steps[slot] = Math.min(this.#steps[slot] ?? farthest, step);
    }
    this.#size += 1;
  }

  /** Where needles are, from the first on; they do not overlap. */
  *findIn(text: string): Generator<Found<Value>> {
    if (this.#size === 0) return;
    for (let at = this.#next(text, 0); at >= 0; ) {
      const found = this.#byHead
        .get(text.slice(at, at + headLength))
        ?.find(({ needle }) => text.startsWith(needle, at));
      if (found) yield { at, ...found };
      at = this.#next(text, at + (found?.needle.length ?? 1));
    }
  }

  /** The next place from here on at which a needle may begin; -1 if there is none. */
  #next(text: string, from: number): number {
    const steps = this.#steps;
    const last = text.length - headLength;
    for (let at = from; at <= last; ) {
      const step = steps[slotOf(text, at + headLength - blockLength)] ?? 0;
      if (step === 0) return at;
      at += step;
    }
    return -1;
  }
}

/** The place in the table of the block that begins here. */
function slotOf(text: string, at: number): number {
  const block = (text.charCodeAt(at) << 16) ^ (text.charCodeAt(at + 1) << 8) ^ text.charCodeAt(at + 2);
  return Math.imul(block, 0x9e3779b1) >>> (32 - bits);
}
