import { existsSync } from 'node:fs';
import { obstacles } from '../../compare/comparable.js';
import { matrixHtml } from '../../compare/html/matrix-html.js';
import { matrixOf } from '../../compare/matrix.js';
import { matrixJson } from '../../compare/matrix-json.js';
import { matrixMarkdown } from '../../compare/matrix-markdown.js';
import { matrixText } from '../../compare/matrix-text.js';
import { readRun } from '../../compare/read-run.js';
import type { ComparedRun } from '../../compare/run.js';
import { exitCodes } from '../../engine/run/verdict.js';
import type { CompareOptions } from '../config/compare-options.js';
import type { Io } from '../io.js';
import { comparedFiles, mayCompare, writeCompared } from '../output/compared-files.js';
import { textSettings } from '../output/text-settings.js';

/** Prints the outcomes of several runs side by side. Returns the exit code. */
export async function matrixCommand(given: readonly string[], options: CompareOptions, io: Io): Promise<number> {
  const files = await comparedFiles(options, {
    json: matrixJson,
    markdown: matrixMarkdown,
    html: matrixHtml,
  });
  const runs: { label?: string | undefined; run: ComparedRun }[] = [];
  for (const one of given) {
    const { label, file } = named(one);
    runs.push({ label, run: await readRun(file) });
  }
  const [first, ...others] = runs.map(({ run }) => run);
  const found = first
    ? [...new Set((others.length > 0 ? others : [first]).flatMap((run) => obstacles(first, run)))]
    : [];
  if (!mayCompare(found, options, io)) return exitCodes.usage;
  const settings = textSettings(io);
  const matrix = matrixOf(runs);
  io.stdout.write(matrixText(matrix, settings));
  await writeCompared(files, (write) => write(matrix, settings), io);
  return exitCodes.conformant;
}

/** A file, or a name and a file with `=` between them. */
function named(text: string): { readonly label?: string; readonly file: string } {
  const at = text.indexOf('=');
  if (at <= 0 || existsSync(text)) return { file: text };
  return { label: text.slice(0, at), file: text.slice(at + 1) };
}
