import { type CompareFormat, type CompareOptions, compareFormats } from '../config/compare-options.js';
import { checkWritable, writeReport } from '../config/report-file.js';
import type { Io } from '../io.js';

/** A file to write, and what writes it. */
interface ComparedFile<Write> {
  readonly file: string;
  readonly write: Write;
}

/** The files that were asked for. @throws ConfigurationError for one that cannot be written. */
export async function comparedFiles<Write>(
  options: CompareOptions,
  formats: Readonly<Record<CompareFormat, Write>>,
): Promise<readonly ComparedFile<Write>[]> {
  const files = compareFormats.flatMap((name) => {
    const file = options[name];
    return file === undefined ? [] : [{ name, file, write: formats[name] }];
  });
  for (const { name, file } of files) await checkWritable(`--${name}`, file);
  return files;
}

/** Prints what stands in the way of a comparison. Returns whether to compare. */
export function mayCompare(obstacles: readonly string[], { force }: CompareOptions, { stderr }: Io): boolean {
  for (const obstacle of obstacles) stderr.write(`security-actions: ${obstacle}\n`);
  if (obstacles.length === 0 || force) return true;
  stderr.write('security-actions: the runs cannot be compared; --force compares them nevertheless\n');
  return false;
}

/** Writes the files and prints their names. @throws ConfigurationError for one that cannot be written. */
export async function writeCompared<Write>(
  files: readonly ComparedFile<Write>[],
  textOf: (write: Write) => string,
  { stdout }: Io,
): Promise<void> {
  for (const { file, write } of files) {
    await writeReport(file, textOf(write));
    stdout.write(`written to ${file}\n`);
  }
}
