import { fileChunks } from './file-chunks.js';

const lineFeed = 10;

/** The lines of a UTF-8 file, without their line feeds; only one is in memory at a time. Unlike `node:readline`, it ends no line at U+2028. */
export async function* textLines(path: string): AsyncGenerator<string> {
  /** The beginning of a line whose end is in a later chunk. */
  let begun: Buffer[] = [];
  for await (const chunk of fileChunks(path)) {
    let from = 0;
    for (let to = chunk.indexOf(lineFeed); to >= 0; to = chunk.indexOf(lineFeed, from)) {
      const end = chunk.subarray(from, to);
      yield begun.length === 0 ? end.toString() : Buffer.concat([...begun, end]).toString();
      begun = [];
      from = to + 1;
    }
    if (from < chunk.length) begun.push(Buffer.from(chunk.subarray(from)));
  }
  if (begun.length > 0) yield Buffer.concat(begun).toString();
}
