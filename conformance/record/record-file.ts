import { closeSync, openSync } from 'node:fs';
import { type ConfigurationError, notWritten } from '../engine/errors.js';
import type { Redact } from '../engine/http/secrets/redaction.js';
import type { RunEvent } from '../engine/run/events.js';
import { chainedEnd, chainStart } from './chain.js';
import { type Header, linesOf, type RecordLine } from './lines.js';
import { rewriteRecord } from './rewrite.js';
import { TextFile } from './text-file.js';

/**
 * Writes the record of a run to a file while the run goes on. Nothing of it stays in memory. What goes wrong is
 * kept as its problem, so that a full disk does not end a run.
 */
export class RecordFile {
  #file: number;
  #chain = chainStart;
  #texts: TextFile;
  #lines = 0;
  #exchanges = 0;
  #exitCode = 0;
  #error: unknown;

  /**
   * Replaces a file that exists.
   *
   * @param told gets each line that is written
   */
  constructor(
    readonly path: string,
    header: Header,
    private readonly told: (line: RecordLine) => void = () => undefined,
  ) {
    this.#file = openSync(path, 'w');
    this.#texts = new TextFile(this.#file);
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
    this.#attempt(() => {
      const bytes = this.#texts.append(JSON.stringify(line).slice(0, -1));
      const { end, chain } = chainedEnd(bytes, this.#chain);
      this.#texts.append(`${end}\n`);
      this.#chain = chain;
    });
    this.#lines += 1;
    if (line.type === 'exchange') this.#exchanges += 1;
    this.told(line);
  }

  /** Removes secrets that the run learned too late from what is written. */
  async rewrite(redact: Redact): Promise<void> {
    this.flush();
    this.#chain = await rewriteRecord(this.path, redact);
    closeSync(this.#file);
    this.#file = openSync(this.path, 'a');
    this.#texts = new TextFile(this.#file);
  }

  /** Makes everything so far readable in the file. */
  flush(): void {
    this.#attempt(() => this.#texts.flush());
  }

  /** Why a part of the record could not be written. */
  get problem(): ConfigurationError | undefined {
    return this.#error === undefined ? undefined : notWritten(`the record ${this.path}`, this.#error);
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

  #attempt(act: () => void): void {
    if (this.#error !== undefined) return;
    try {
      act();
    } catch (error) {
      this.#error = error;
    }
  }
}
