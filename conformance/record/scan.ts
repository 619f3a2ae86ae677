import { stat } from 'node:fs/promises';
import { Needles } from '../engine/http/secrets/needles.js';
import { rejoined } from '../engine/http/secrets/rejoined.js';
import type { KnownSecret } from '../engine/http/secrets/secrets.js';
import { wholeView } from '../engine/http/secrets/view.js';
import { fileChunks } from './file-chunks.js';

/** A secret in something that the run wrote. */
export interface Leak {
  /** The name that should stand in its place. */
  readonly name: string;
  readonly count: number;
}

/** Searches what a run has written for the secrets of the run, in each of their spellings, after they should have been removed. */
export class SecretScan {
  readonly #needles = new Needles<string>();
  #longest = 0;

  constructor(secrets: readonly KnownSecret[]) {
    for (const { name, spellings } of secrets)
      for (const spelling of spellings) {
        // A file is searched as its bytes.
        const bytes = Buffer.from(spelling, 'utf8').toString('latin1');
        this.#needles.add(bytes, name);
        this.#longest = Math.max(this.#longest, bytes.length);
      }
  }

  /** The number of spellings. */
  get spellings(): number {
    return this.#needles.size;
  }

  /** What a text contains. */
  leaksIn(text: string): readonly Leak[] {
    return this.#counted([Buffer.from(text, 'utf8').toString('latin1')]);
  }

  /** What a file contains, and its size in bytes. */
  async leaksInFile(path: string): Promise<{ readonly leaks: readonly Leak[]; readonly bytes: number }> {
    const counts = new Map<string, number>();
    let rest = '';
    for await (const chunk of fileChunks(path)) {
      const text = rest + chunk.toString('latin1');
      let done = Math.max(0, text.length - this.#longest + 1);
      for (const { at, needle, value } of this.#needles.findIn(text)) {
        // What begins this late is found again with the next chunk.
        if (at >= text.length - this.#longest + 1) break;
        counts.set(value, (counts.get(value) ?? 0) + 1);
        done = Math.max(done, at + needle.length);
      }
      this.#addSplit(text, counts);
      rest = text.slice(done);
    }
    for (const { name, count } of this.#counted([rest])) counts.set(name, (counts.get(name) ?? 0) + count);
    const leaks = [...counts].map(([name, count]) => ({ name, count }));
    return { leaks, bytes: (await stat(path)).size };
  }

  /** Adds the secrets that are found only in a text that is put together where it was split. */
  #addSplit(text: string, counts: Map<string, number>): void {
    const joined = rejoined(wholeView(text));
    if (!joined) return;
    for (const { value } of this.#needles.findIn(joined.text)) if (!counts.has(value)) counts.set(value, 1);
  }

  #counted(texts: readonly string[]): readonly Leak[] {
    const counts = new Map<string, number>();
    for (const text of texts)
      for (const { value } of this.#needles.findIn(text)) counts.set(value, (counts.get(value) ?? 0) + 1);
    for (const text of texts) this.#addSplit(text, counts);
    return [...counts].map(([name, count]) => ({ name, count }));
  }
}

/** The number of places at which there is a secret. */
export function hitsOf(leaks: readonly Leak[]): number {
  return leaks.reduce((sum, { count }) => sum + count, 0);
}
