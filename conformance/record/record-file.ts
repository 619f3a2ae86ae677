import { closeSync, openSync, writeSync } from 'node:fs';
import type { Redact } from '../engine/http/secrets/redaction.js';
import type { RunEvent } from '../engine/run/events.js';
import { chained, chainStart } from './chain.js';
import { type Header, linesOf, type RecordLine } from './lines.js';
import { rewriteRecord } from './rewrite.js';

/** Characters that are collected before they are written. */
const bufferedCharacters = 64 * 1024;

/** Writes the record of a run to a file while the run goes on. Nothing of it stays in memory. */
export class RecordFile {
  #file: number;
  #chain = chainStart;
  #text = '';
  #lines = 0;
  #exchanges = 0;
  #exitCode = 0;

  /** Replaces a file that exists. */
  constructor(
    readonly path: string,
    header: Header,
  ) {
    this.#file = openSync(path, 'w');
    this.write(header);
  }

  /** The digest of everything so far: the last one in the file. */
  get digest(): string {
    return this.#chain;
  }

  add(event: RunEvent): void {
    if (event.type === 'finished' || event.type === 'fault') this.#exitCode = event.exitCode;
    for (const line of linesOf(event)) this.write(line);
  }

  write(line: RecordLine): void {
    const { text, chain } = chained(JSON.stringify(line), this.#chain);
    this.#chain = chain;
    this.#text += `${text}\n`;
    this.#lines += 1;
    if (line.type === 'exchange') this.#exchanges += 1;
    if (this.#text.length >= bufferedCharacters) this.flush();
  }

  /** Removes secrets that the run learned too late from what is written. */
  async rewrite(redact: Redact): Promise<void> {
    this.flush();
    this.#chain = await rewriteRecord(this.path, redact);
    closeSync(this.#file);
    this.#file = openSync(this.path, 'a');
  }

  /** Makes everything so far readable in the file. */
  flush(): void {
    writeSync(this.#file, this.#text);
    this.#text = '';
  }

  /** Writes the last line, without which the record is incomplete. */
  end(exitCode = this.#exitCode): void {
    this.write({ type: 'end', lines: this.#lines, exchanges: this.#exchanges, exitCode });
    this.close();
  }

  close(): void {
    this.flush();
    closeSync(this.#file);
  }
}
