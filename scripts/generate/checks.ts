import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CheckFile } from './contract.js';

const folders = [
  { folder: 'conformance/cases', kind: 'case' },
  { folder: 'conformance/rules', kind: 'rule' },
] as const;

/** `export default scenario('ID', …)`, or whatever else makes a case or rule of an id. */
const declaration = /\bexport default \w+(?:<[^()]*>)?\(\s*'([A-Z]+-\d+)'/;

/**
 * The cases and rules below `root`, by path, each with the requirement that its default export names.
 * A file whose name begins with `_` is a helper of its neighbours and no check.
 */
export async function findChecks(root: string): Promise<CheckFile[]> {
  const checks: CheckFile[] = [];
  for (const { folder, kind } of folders) {
    const entries = await readdir(join(root, folder), { recursive: true }).catch(() => []);
    for (const entry of entries.map((path) => path.replaceAll('\\', '/')).sort()) {
      if (!entry.endsWith('.ts') || entry.endsWith('.test.ts') || basename(entry).startsWith('_')) continue;
      const file = `${folder}/${entry}`;
      const text = await readFile(join(root, file), 'utf8');
      checks.push({ kind, file, id: declaration.exec(text)?.[1] });
    }
  }
  return checks;
}
