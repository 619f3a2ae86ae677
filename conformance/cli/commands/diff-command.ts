import { diffObstacles } from '../../compare/comparable.js';
import { diffJson } from '../../compare/diff-json.js';
import { diffMarkdown } from '../../compare/diff-markdown.js';
import { diffText } from '../../compare/diff-text.js';
import { differenceOf, differs } from '../../compare/difference.js';
import { diffHtml } from '../../compare/html/diff-html.js';
import { readRun } from '../../compare/read-run.js';
import { exitCodes } from '../../engine/run/verdict.js';
import type { CompareOptions } from '../config/compare-options.js';
import type { Io } from '../io.js';
import { comparedFiles, mayCompare, writeCompared } from '../output/compared-files.js';
import { textSettings } from '../output/text-settings.js';

const different = 1;

/** Compares two runs and prints the difference. Returns the exit code. */
export async function diffCommand(
  [first, second]: readonly [string, string],
  options: CompareOptions,
  io: Io,
): Promise<number> {
  const files = await comparedFiles(options, { json: diffJson, markdown: diffMarkdown, html: diffHtml });
  const [a, b] = [await readRun(first), await readRun(second)];
  if (!mayCompare(diffObstacles(a, b), options, io)) return exitCodes.usage;
  const difference = differenceOf(a, b);
  const settings = textSettings(io);
  io.stdout.write(diffText(difference, settings));
  await writeCompared(files, (write) => write(difference, settings), io);
  return differs(difference) ? different : exitCodes.conformant;
}
