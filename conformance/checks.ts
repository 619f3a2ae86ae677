import { readdir } from 'node:fs/promises';
import { dirname, extname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { requirements } from '../generated/requirements.js';
import type { Check } from './kit/check.js';
import { KitFault } from './kit/violation.js';

const here = dirname(fileURLToPath(import.meta.url));
/** `.ts` in the source, `.js` where this is compiled. */
const extension = extname(fileURLToPath(import.meta.url));

/** All cases and rules: the folders `cases/` and `rules/` beside this file are the registry. Read once. */
export function allChecks(): Promise<readonly Check[]> {
  loaded ??= loadChecks(here);
  return loaded;
}

let loaded: Promise<readonly Check[]> | undefined;

/**
 * Imports every check below `cases/` and `rules/` of a folder; what begins with `_`, tests and declarations are none.
 *
 * @throws KitFault for a file that cannot be imported or whose default export is no check, and for two with one id.
 */
export async function loadChecks(folder: string): Promise<readonly Check[]> {
  const files = (await Promise.all([filesBelow(join(folder, 'cases')), filesBelow(join(folder, 'rules'))])).flat();
  const checks = await Promise.all(
    files.map(async (file) => ({ file: relative(folder, file), check: await checkIn(file) })),
  );
  const owners = new Map<string, string>();
  for (const { file, check } of checks) {
    const owner = owners.get(check.id);
    if (owner) throw new KitFault(`two files decide ${check.id}: ${owner} and ${file}; remove one of them`);
    owners.set(check.id, file);
  }
  return checks.map(({ check }) => check);
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => isCheckFile(relative(folder, file)))
    .sort();
}

function isCheckFile(path: string): boolean {
  if (!path.endsWith(extension) || path.endsWith(`.d${extension}`) || path.endsWith(`.test${extension}`)) return false;
  return !path.split(sep).some((part) => part.startsWith('_'));
}

async function checkIn(file: string): Promise<Check> {
  let module: { readonly default?: unknown };
  try {
    module = await import(/* @vite-ignore */ pathToFileURL(file).href);
  } catch (error) {
    throw new KitFault(`${file} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  if (isCheck(module.default)) return module.default;
  const wrong = module.default === undefined ? 'it has no default export' : 'its default export is something else';
  throw new KitFault(
    `${file} holds no check: expected \`export default scenario(…)\`, \`refusal(…)\` or \`rule(…)\`, but ${wrong}`,
  );
}

function isCheck(value: unknown): value is Check {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('id' in value)) return false;
  return (value.kind === 'case' || value.kind === 'rule') && Object.hasOwn(requirements, String(value.id));
}
