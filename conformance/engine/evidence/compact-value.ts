import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Characters of the JSON of a value that is compressed. An action has fewer. */
const largeValue = 8_192;

/** A JSON value that is kept for long: a large one is compressed, because parsed values take several times the memory of their text. */
export class CompactValue<T> {
  readonly #kept: { readonly value: T } | { readonly compressed: Uint8Array };

  constructor(value: T) {
    const text = JSON.stringify(value) ?? '';
    this.#kept = text.length > largeValue ? { compressed: deflateRawSync(text, { level: 1 }) } : { value };
  }

  get isCompressed(): boolean {
    return 'compressed' in this.#kept;
  }

  /** The value, or an equal one. */
  get value(): T {
    const kept = this.#kept;
    return 'value' in kept ? kept.value : JSON.parse(inflateRawSync(kept.compressed).toString());
  }
}
