/**
 * What a JSON text may have, so that it can be read: levels of arrays and objects within each other, beyond which programs that visit a
 * value by recursion run out of stack; values, beyond which a parsed body takes many times the memory of its text; bytes of one number
 * or of white space, which control characters count as; and bytes of all long strings together, because several actions with such texts
 * would fill the memory. A list of 12,000 actions has fewer values.
 */
export const jsonLimits = {
  levels: 500,
  values: 500_000,
  'bytes in a number': 10_000,
  'bytes in long strings': 4_194_304,
  'bytes of white space or control characters in a row': 100_000,
};

/** Bytes of a string that is not long. */
const shortString = 65_536;

export type JsonExcess = keyof typeof jsonLimits;

/** Reads a JSON text piece by piece and tells as soon as it exceeds a limit. A text that is no JSON may have any result. */
export class JsonSize {
  #level = 0;
  #values = 1;
  /** What the last byte belongs to, and how many bytes of it there are. */
  #in: 'string' | 'escape' | 'word' | 'space' | 'nothing' = 'nothing';
  #length = 0;
  #inLongStrings = 0;

  /** The values so far. */
  get values(): number {
    return this.#values;
  }

  /** Which limit the text exceeds up to the end of this piece. */
  add(piece: Uint8Array): JsonExcess | undefined {
    for (let at = 0; at < piece.length; at++) {
      if (this.#in === 'string') {
        const end = endOfText(piece, at);
        this.#lengthen(Math.min(end + 1, piece.length) - at);
        at = end;
        if (this.#inLongStrings > jsonLimits['bytes in long strings']) return 'bytes in long strings';
        if (at < piece.length) this.#in = piece[at] === backslash ? 'escape' : 'nothing';
        continue;
      }
      const byte = piece[at] as number;
      if (this.#in === 'escape') {
        this.#in = 'string';
        this.#lengthen(1);
      } else if (byte === quote) {
        this.#begin('string');
      } else if (byte <= space) {
        if (this.#in !== 'space') this.#begin('space');
        if (++this.#length > jsonLimits['bytes of white space or control characters in a row'])
          return 'bytes of white space or control characters in a row';
      } else if (byte === comma) {
        this.#begin('nothing');
        if (++this.#values > jsonLimits.values) return 'values';
      } else if (byte === openArray || byte === openObject) {
        this.#begin('nothing');
        if (++this.#level > jsonLimits.levels) return 'levels';
      } else if (byte === closeArray || byte === closeObject) {
        this.#begin('nothing');
        this.#level -= 1;
      } else {
        if (this.#in !== 'word') this.#begin('word');
        if (++this.#length > jsonLimits['bytes in a number']) return 'bytes in a number';
      }
    }
    return undefined;
  }

  /** Counts further bytes of a string. All bytes of one count as soon as it is long. */
  #lengthen(bytes: number): void {
    const before = this.#length;
    this.#length += bytes;
    if (this.#length > shortString) this.#inLongStrings += before > shortString ? bytes : this.#length;
  }

  #begin(what: 'string' | 'word' | 'space' | 'nothing'): void {
    this.#in = what;
    this.#length = 0;
  }
}

/** Where the string that is being read ends or has an escape; the length of the piece when neither is in it. */
function endOfText(piece: Uint8Array, from: number): number {
  let at = from;
  while (at < piece.length && piece[at] !== quote && piece[at] !== backslash) at++;
  return at;
}

const [space, quote, backslash, comma] = [0x20, 0x22, 0x5c, 0x2c];
const [openArray, closeArray, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];
