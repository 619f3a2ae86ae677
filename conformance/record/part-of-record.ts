import type { Header, RecordLine } from './lines.js';
import { recordLines } from './read-record.js';

/** The lines of a record, one at a time. */
export type Lines = () => AsyncIterable<RecordLine>;

/** The lines of a record. */
export function linesOfRecord(path: string): Lines {
  return async function* () {
    for await (const line of recordLines(path)) yield line;
  };
}

/** The lines of one part of a merged record, as the record of the part has them, but without its end. */
export function linesOfPart(path: string, part: number, header: Header): Lines {
  return async function* () {
    yield header;
    for await (const line of recordLines(path)) {
      if (line.type === 'part' && line.part === part) yield line.line;
      else if ((line.type === 'exchange' || line.type === 'played') && line.part === part) yield line;
    }
  };
}
