import { writeFileSync } from 'node:fs';

/** Bytes that are collected before they are written. */
const bufferedBytes = 256 * 1024;
/** The most bytes of a character in UTF-8. */
const mostBytes = 3;

/** Appends texts to an open file in UTF-8, in large pieces. */
export class TextFile {
  readonly #buffer = Buffer.allocUnsafe(bufferedBytes);
  #used = 0;

  /** @param file the descriptor of the file */
  constructor(private readonly file: number) {}

  /** Returns the bytes of the text, which are valid until the next call. */
  append(text: string): Uint8Array {
    const most = text.length * mostBytes;
    if (most > bufferedBytes - this.#used) this.flush();
    if (most > bufferedBytes) {
      const bytes = Buffer.from(text);
      writeFileSync(this.file, bytes);
      return bytes;
    }
    const from = this.#used;
    this.#used += this.#buffer.write(text, from);
    return this.#buffer.subarray(from, this.#used);
  }

  flush(): void {
    writeFileSync(this.file, this.#buffer.subarray(0, this.#used));
    this.#used = 0;
  }
}
