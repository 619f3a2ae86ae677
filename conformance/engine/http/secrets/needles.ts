/** Characters of a needle by which it is found first; none is shorter. */
const headLength = 8;
const headWeight = 31 ** (headLength - 1);
const bits = 22;

/** A place in a text at which a needle begins. */
export interface Found<Value> {
  readonly at: number;
  readonly needle: string;
  readonly value: Value;
}

/** Finds any of many texts in another text, in one pass. */
export class Needles<Value> {
  /** By their first characters, the longest first. */
  readonly #byHead = new Map<string, { readonly needle: string; readonly value: Value }[]>();
  readonly #hashes = new Uint8Array(1 << (bits - 3));
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
    const slot = slotOf(hashOf(head, 0));
    this.#hashes[slot >> 3] = (this.#hashes[slot >> 3] ?? 0) | (1 << (slot & 7));
    this.#size += 1;
  }

  /** Where needles are, from the first on; they do not overlap. */
  *findIn(text: string): Generator<Found<Value>> {
    if (this.#size === 0 || text.length < headLength) return;
    let hash = hashOf(text, 0);
    let next = 0;
    for (let at = 0; ; at++) {
      const slot = slotOf(hash);
      if (at >= next && ((this.#hashes[slot >> 3] ?? 0) & (1 << (slot & 7))) !== 0) {
        const found = this.#byHead
          .get(text.slice(at, at + headLength))
          ?.find(({ needle }) => text.startsWith(needle, at));
        if (found) {
          yield { at, ...found };
          next = at + found.needle.length;
        }
      }
      if (at + headLength >= text.length) return;
      const out = Math.imul(text.charCodeAt(at), headWeight | 0);
      hash = (Math.imul(hash - out, 31) + text.charCodeAt(at + headLength)) | 0;
    }
  }
}

function hashOf(text: string, at: number): number {
  let hash = 0;
  for (let index = at; index < at + headLength; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash;
}

function slotOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - bits);
}
