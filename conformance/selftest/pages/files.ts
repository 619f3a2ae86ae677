import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requirements } from '../../../generated/requirements.js';
import { checkFiles } from '../../checks/registry.js';
import { packageRoot } from '../../engine/package-root.js';
import { best, scoreModule } from './null-server-score.js';
import { page } from './page.js';
import { resultsPath, resultsText, type SelftestResults } from './results.js';

/** The files made from the results: the text of each by its path from the root of the package. */
export async function filesFrom(results: SelftestResults): Promise<ReadonlyMap<string, string>> {
  // The page links to the sources, also when the compiled self-test writes it.
  const files = (await checkFiles()).map((check) => ({ ...check, file: check.file.replace(/\.js$/, '.ts') }));
  return new Map([
    [resultsPath, resultsText(results)],
    ['conformance/selftest/SELFTEST.md', page(results, Object.values(requirements), files)],
    ['conformance/report/null-server-score.ts', scoreModule(best(results.nullServers))],
  ]);
}

/** Writes the files made from the results into the source tree. */
export async function writeFiles(results: SelftestResults): Promise<void> {
  for (const [path, text] of await filesFrom(results)) {
    await writeFile(join(packageRoot(), path), text);
    console.log(`written: ${path}`);
  }
}
