import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The name of this package. */
export const packageName = 'security-actions-contract';

let found: string | undefined;

/**
 * The folder of this package, below which the data files lie (`fixtures/`, `generated/openapi.json`). Source and compiled
 * code stand at different depths, so the folder is looked for, upwards from this file; the answer is kept.
 *
 * @throws Error when no folder above holds the package's own package.json.
 */
export function packageRoot(): string {
  found ??= rootAbove(dirname(fileURLToPath(import.meta.url)));
  return found;
}

/** The nearest folder at or above `start` whose package.json bears this package's name. */
export function rootAbove(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (nameOf(join(folder, 'package.json')) === packageName) return folder;
    if (dirname(folder) === folder) {
      throw new Error(
        `Failed to find the files of ${packageName}: no folder from ${start} upwards has a package.json of that name. ` +
          'Install the package whole, or keep its package.json beside the code.',
      );
    }
  }
}

function nameOf(file: string): unknown {
  if (!existsSync(file)) return undefined;
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof content === 'object' && content !== null && 'name' in content ? content.name : undefined;
  } catch {
    return undefined; // a stranger's broken package.json on the way up is not ours to judge
  }
}

let version: string | undefined;

/** The version of this package. */
export function packageVersion(): string {
  version ??= (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;
  return version;
}
