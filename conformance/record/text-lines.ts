import { createReadStream } from 'node:fs';

/** The lines of a UTF-8 file, without their line feeds; only one is in memory at a time. Unlike `node:readline`, it ends no line at U+2028. */
export async function* textLines(path: string): AsyncGenerator<string> {
  let parts: string[] = [];
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 64 * 1024 })) {
    let from = 0;
    for (let to = chunk.indexOf('\n'); to >= 0; to = chunk.indexOf('\n', from)) {
      yield parts.join('') + chunk.slice(from, to);
      parts = [];
      from = to + 1;
    }
    parts.push(chunk.slice(from));
  }
  const last = parts.join('');
  if (last !== '') yield last;
}
