import { allChecks } from '../../checks/registry.js';
import { type MatrixRun, matrixOf } from '../../compare/matrix.js';
import { matrixMarkdown } from '../../compare/matrix-markdown.js';
import { defaultOptions } from '../../engine/options.js';
import { requirements } from '../../engine/requirement.js';
import { run } from '../../engine/run/run.js';
import { sequences } from '../../explore/sequences/index.js';
import { bestNullServer } from '../../report/null-server-score.js';
import type { MatrixTarget } from './targets.js';

/** The page, from the root of the package. */
export const pagePath = 'docs/matrix.md';

/** The seed of every run, so that the page changes only when an outcome does. */
const seed = 1;

const start = [
  '# Implementations side by side',
  'Written by `npm run matrix`. Do not edit.',
  'The outcome of each requirement for the targets that come with the kit and for some of its conforming variants. `security-actions matrix` writes such a page for any records.',
];

/** Checks the targets one after the other, and writes the page. */
export async function matrixPage(targets: readonly MatrixTarget[]): Promise<string> {
  const runs: MatrixRun[] = [];
  for (const { label, about, open } of targets) {
    const { target, close } = await open();
    const options = { ...defaultOptions, seed };
    const { results } = await run(await allChecks(), target, options, () => undefined, [sequences]).finally(close);
    runs.push({ label, about, run: { ...nothing, target: label, results, bestNullServer } });
  }
  return matrixMarkdown(matrixOf(runs), { statement: (id) => requirements[id].says }, start);
}

const nothing = { file: '', url: '', features: [], identities: [], problems: [] };
