import { appendFileSync, closeSync, mkdirSync, openSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError, errorText } from '../../engine/errors.js';
import type { Ended, Intent, Ledger } from '../../engine/http/ledger.js';

/** The first line of a ledger: the run that wrote it. */
export interface LedgerHeader {
  readonly ledger: 1;
  readonly run: string;
  /** The base URL of the target. */
  readonly url: string;
  /** The name of the target in a configuration file. */
  readonly target?: string | undefined;
  /** ISO 8601. */
  readonly started: string;
  readonly pid: number;
  readonly host: string;
}

/** One of the other lines. Times are ISO 8601. */
export type LedgerLine =
  | { readonly intent: Intent; readonly at: string }
  | { readonly created: string; readonly ids: readonly string[] }
  | { readonly ended: string; readonly how: Ended }
  /** The run came to its end and left something. */
  | { readonly over: string };

/** What a run left: actions that are not known to have ended, and creates of which nothing is known. */
export interface Remains {
  readonly file: string;
  readonly actions: number;
  readonly unanswered: number;
}

/**
 * A ledger in a file of its own, in lines of JSON. Each line is with the operating system before the request that it announces is sent,
 * so that the end of this process, however sudden, loses nothing that was sent. The file is made with the first line.
 */
export class LedgerFile implements Ledger {
  readonly file: string;
  #descriptor?: number;
  readonly #unfinished = new Set<string>();
  readonly #unanswered = new Set<string>();

  constructor(
    private readonly folder: string,
    private readonly header: LedgerHeader,
  ) {
    const time = header.started.replace(/[-:]|\.\d+/g, '');
    this.file = join(folder, `${time}-${header.run}.ndjson`);
  }

  intend(intent: Intent): void {
    this.#unanswered.add(intent.request);
    this.#write({ intent, at: new Date().toISOString() });
  }

  created(request: string, ids: readonly string[]): void {
    this.#unanswered.delete(request);
    for (const id of ids) this.#unfinished.add(id);
    this.#write({ created: request, ids });
  }

  ended(id: string, how: Ended): void {
    this.#unfinished.delete(id);
    this.#write({ ended: id, how });
  }

  /** Ends the ledger with its run: without remains the file is deleted, as it is for a target that keeps nothing. */
  close(targetKeepsNothing: boolean): Remains | undefined {
    if (this.#descriptor === undefined) return undefined;
    const isEmpty = targetKeepsNothing || (this.#unfinished.size === 0 && this.#unanswered.size === 0);
    if (!isEmpty) this.#write({ over: new Date().toISOString() });
    closeSync(this.#descriptor);
    if (isEmpty) unlinkSync(this.file);
    return isEmpty ? undefined : { file: this.file, actions: this.#unfinished.size, unanswered: this.#unanswered.size };
  }

  #write(line: LedgerLine): void {
    try {
      this.#descriptor ??= this.#open();
      appendFileSync(this.#descriptor, `${JSON.stringify(line)}\n`);
    } catch (error) {
      const why = errorText(error);
      throw new ConfigurationError(
        `the ledger ${this.file} could not be written: ${why}; without it nothing is created on the target: name a folder that can be written with --ledger`,
      );
    }
  }

  #open(): number {
    makeIgnored(this.folder);
    const descriptor = openSync(this.file, 'ax', 0o600);
    appendFileSync(descriptor, `${JSON.stringify(this.header)}\n`);
    return descriptor;
  }
}

/** Makes a folder that Git ignores. */
export function makeIgnored(folder: string): void {
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(join(folder, '.gitignore'), '*\n', { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
