import { closeSync, openSync, renameSync, writeSync } from 'node:fs';
import type { Redact } from '../engine/http/secrets/redaction.js';
import { chained, chainStart, unchained } from './chain.js';
import { textLines } from './text-lines.js';

/** Removes from a record the secrets that the run learned only after it had written them, and joins its lines again. Returns the chain of its last line. */
export async function rewriteRecord(path: string, redact: Redact): Promise<string> {
  const unfinished = `${path}.${process.pid}.tmp`;
  const file = openSync(unfinished, 'w');
  let before = chainStart;
  try {
    for await (const text of textLines(path)) {
      const { text: line, chain } = chained(redact(unchained(text)?.json ?? text), before);
      writeSync(file, `${line}\n`);
      before = chain;
    }
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, path);
  return before;
}
