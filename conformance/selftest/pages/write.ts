import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allChecks, checkFiles } from '../../checks/registry.js';
import { packageRoot } from '../../engine/package-root.js';
import { allMutants, allVariants } from '../run/load.js';
import { matrix } from './page.js';
import { best, scoreFile, scoreText } from '../null-servers/best.js';
import { type Measure, measure } from '../null-servers/measure.js';
import { nullServers } from '../null-servers/servers.js';

/** What `--write` writes: the text of each file by its path below the package root. */
export async function pages(): Promise<ReadonlyMap<string, string>> {
  const checks = await allChecks();
  const measures: Measure[] = [];
  for (const server of nullServers()) measures.push(await measure(server, checks));
  const top = best(measures);
  const parts = {
    checks,
    files: await checkFiles(),
    mutants: await allMutants(),
    variants: await allVariants(),
    nullServers: measures.length,
    best: top ? scoreText(top) : 'nothing',
  };
  return new Map([
    ['conformance/selftest/SELFTEST.md', matrix(parts)],
    ...(top ? [['conformance/report/null-server-score.ts', scoreFile(top)] as const] : []),
  ]);
}

/** Writes the pages into the source tree. */
export async function writePages(): Promise<void> {
  for (const [path, text] of await pages()) await writeFile(join(packageRoot(), path), text);
}
