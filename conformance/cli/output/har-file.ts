import { closeSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { notWritten } from '../../engine/errors.js';
import { harEnd, harEntry, harStart } from '../../record/har.js';
import type { Header, RecordLine } from '../../record/lines.js';
import { TextFile } from '../../record/text-file.js';

/**
 * Writes the exchanges of a record to a HAR file, one at a time. The file is either complete or not there; a pipe or device is written to
 * directly. What goes wrong is kept until the end, so that it does not keep another report from being written.
 */
export class HarFile {
  readonly #path: string;
  readonly #written: string;
  #file: number | undefined;
  #header: Header | undefined;
  #texts: TextFile | undefined;
  #separator = '\n';
  #error: unknown;

  constructor(private readonly name: string) {
    this.#path = resolve(name);
    const isReplaced = statSync(this.#path, { throwIfNoEntry: false })?.isFile() ?? true;
    this.#written = isReplaced ? `${this.#path}.${process.pid}.tmp` : this.#path;
    this.#attempt(() => {
      this.#file = openSync(this.#written, 'w');
      this.#texts = new TextFile(this.#file);
    });
    // A second interrupt ends the process in the middle of a run.
    process.once('exit', this.discard);
  }

  add(line: RecordLine): void {
    if (line.type === 'header') {
      this.#header = line;
      this.#append(harStart(line));
    } else if (line.type === 'exchange' && this.#header && this.#error === undefined) {
      this.#append(this.#separator);
      this.#append(harEntry(line, this.#header));
      this.#separator = ',\n';
    }
  }

  /** @throws ConfigurationError for a file that could not be written. */
  end(): void {
    this.#append(harEnd);
    this.#attempt(() => {
      this.#texts?.flush();
      this.#close();
      if (this.#written !== this.#path) renameSync(this.#written, this.#path);
    });
    if (this.#error !== undefined) throw notWritten(`the report ${this.name}`, this.#error);
  }

  /** Removes what is not complete; does nothing after the end. */
  readonly discard = (): void => {
    process.off('exit', this.discard);
    this.#attempt(() => this.#close());
    if (this.#written !== this.#path) rmSync(this.#written, { force: true });
  };

  #close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #append(text: string): void {
    this.#attempt(() => this.#texts?.append(text));
  }

  #attempt(act: () => unknown): void {
    try {
      act();
    } catch (error) {
      this.#error ??= error;
    }
  }
}
