import { ConfigurationError, whyUnreadable } from '../engine/errors.js';
import { chainStart, continues, unchained } from './chain.js';
import { lineForms } from './line-forms.js';
import { type RecordLine, recordVersion } from './lines.js';
import { textLines } from './text-lines.js';

/** One line of a record, its number, counted from 1, and what is wrong with its place in the chain of digests. */
export interface ReadLine {
  readonly number: number;
  readonly line: RecordLine;
  /** Its digest; empty if it has none. */
  readonly chain: string;
  /** The bytes before it. */
  readonly offset: number;
  readonly broken?: string | undefined;
  /** What is wrong with its form; such a line cannot be used. */
  readonly malformed?: string | undefined;
}

/**
 * Reads a record line by line and checks the chain of digests; only one line is in memory at a time. An incomplete last line is left out,
 * unless the record has ended before it.
 *
 * @throws ConfigurationError for a file that cannot be read or is not a record of this version.
 */
export async function* readRecord(path: string): AsyncGenerator<ReadLine> {
  let number = 0;
  let offset = 0;
  let before = chainStart;
  for await (const { text, link, line, malformed } of parsedLines(path)) {
    number += 1;
    yield {
      number,
      line,
      malformed,
      chain: link?.chain ?? '',
      offset,
      broken: link && continues(before, link) ? undefined : 'its digest does not continue the one before',
    };
    before = link?.chain ?? '';
    offset += Buffer.byteLength(text) + 1;
  }
}

/**
 * The lines of a record, like {@link readRecord}, but without a check of the digests: reports show what is in the record.
 *
 * @throws ConfigurationError also for a line of another form.
 */
export async function* recordLines(path: string): AsyncGenerator<RecordLine> {
  let number = 0;
  for await (const { line, malformed } of parsedLines(path)) {
    number += 1;
    if (malformed !== undefined)
      throw new ConfigurationError(`the record ${path} cannot be used: line ${number} was changed: ${malformed}`);
    yield line;
  }
}

interface ParsedLine {
  readonly text: string;
  /** `undefined` for a line without a digest. */
  readonly link: ReturnType<typeof unchained>;
  readonly line: RecordLine;
  readonly malformed: string | undefined;
}

async function* parsedLines(path: string): AsyncGenerator<ParsedLine> {
  const defectOf = await lineForms();
  let isFirst = true;
  let hasEnded = false;
  /** Not JSON: what a run that was killed wrote of its last line, if nothing comes after it. */
  let partial: string | undefined;
  for await (const text of recordTexts(path)) {
    if (partial !== undefined) yield notJson(partial);
    partial = undefined;
    const link = unchained(text);
    const line = parsed(link?.json ?? text);
    if (isFirst) requireHeader(path, line);
    isFirst = false;
    if (line === undefined) partial = text;
    else yield { text, link, line, malformed: defectOf(line) };
    hasEnded ||= line?.type === 'end';
  }
  if (isFirst) requireHeader(path, undefined);
  if (partial !== undefined && hasEnded) yield notJson(partial);
}

function notJson(text: string): ParsedLine {
  return { text, link: undefined, line: undefined as never, malformed: 'it is not JSON' };
}

/** The lines of a record as they are in the file. @throws ConfigurationError for a file that cannot be read. */
export async function* recordTexts(path: string): AsyncGenerator<string> {
  try {
    yield* textLines(path);
  } catch (error) {
    throw new ConfigurationError(`the record ${path} cannot be read: ${whyUnreadable(error)}`);
  }
}

/** A line of {@link recordTexts}; `undefined` for one that is not whole. */
export function lineOf(text: string): RecordLine | undefined {
  return parsed(unchained(text)?.json ?? text);
}

function parsed(json: string): RecordLine | undefined {
  try {
    return JSON.parse(json) as RecordLine;
  } catch {
    return undefined;
  }
}

function requireHeader(path: string, line: RecordLine | undefined): void {
  const wrong = (what: string) =>
    new ConfigurationError(`${path} ${what}: expected a file that security-actions conform --record has written`);
  if (line?.type !== 'header') throw wrong('is not the record of a run');
  if (line.version !== recordVersion)
    throw wrong(`is a record of version ${line.version}, and this kit reads version ${recordVersion}`);
}
