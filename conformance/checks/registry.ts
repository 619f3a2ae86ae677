import { readdir } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type RequirementId, requirements } from '../../generated/requirements.js';
import type { Check } from '../engine/check.js';
import { errorText, KitFault } from '../engine/errors.js';
import { withChosenInputs } from './chosen-inputs.js';

const here = dirname(fileURLToPath(import.meta.url));
/** `.ts` in the source, `.js` where this is compiled. */
const extension = extname(fileURLToPath(import.meta.url));

/** A check as its path tells: `create/16-parameters-required.case.ts` is the case of CREATE-16. */
export interface CheckFile {
  readonly id: RequirementId;
  readonly kind: Check['kind'];
  /** Relative to the folder, with forward slashes. */
  readonly file: string;
}

/** The check files of the kit, by area and number. Read once. */
export function checkFiles(): Promise<readonly CheckFile[]> {
  listed ??= listChecks(here);
  return listed;
}

/** All cases and rules of the kit. Read once. */
export function allChecks(): Promise<readonly Check[]> {
  loaded ??= loadChecks(here).then(withChosenInputs);
  return loaded;
}

let listed: Promise<readonly CheckFile[]> | undefined;
let loaded: Promise<readonly Check[]> | undefined;

const checkPath = /^([a-z]+)\/(\d+)-[\w-]+\.(case|rule)\.[jt]s$/;

/**
 * Lists the checks in the area folders of a folder.
 *
 * @throws KitFault for a path that names no requirement, and for two files with one id.
 */
export async function listChecks(folder: string): Promise<readonly CheckFile[]> {
  const entries = (await readdir(folder, { recursive: true })).map((path) => path.replaceAll('\\', '/')).sort();
  const files = entries.filter((path) => /\.(case|rule)\.[jt]s$/.test(path)).map(checkFile);
  const owners = new Map<string, string>();
  for (const { id, file } of files) {
    const owner = owners.get(id);
    if (owner) throw new KitFault(`two files check ${id}: ${owner} and ${file}; remove one of them`);
    owners.set(id, file);
  }
  return files;
}

/**
 * Imports every check in the area folders of a folder.
 *
 * @throws KitFault for a file that cannot be imported or does not export the check that its path names.
 */
export async function loadChecks(folder: string): Promise<readonly Check[]> {
  return Promise.all((await listChecks(folder)).map((file) => checkIn(folder, file)));
}

function checkFile(file: string): CheckFile {
  const [, area = '', number, kind] = checkPath.exec(file) ?? [];
  const id = `${area.toUpperCase()}-${Number(number)}`;
  if (!Object.hasOwn(requirements, id) || !file.endsWith(extension))
    throw new KitFault(
      `checks/${file} names no requirement: expected <area>/<number>-<claim>.case${extension} or .rule${extension}, such as create/16-parameters-required.case${extension}`,
    );
  return { id: id as RequirementId, kind: kind as Check['kind'], file };
}

async function checkIn(folder: string, { id, kind, file }: CheckFile): Promise<Check> {
  const path = join(folder, file);
  let module: { readonly default?: unknown };
  try {
    module = await import(/* @vite-ignore */ pathToFileURL(path).href);
  } catch (error) {
    throw new KitFault(`${path} cannot be loaded: ${errorText(error)}`, {
      cause: error,
    });
  }
  if (isCheck(module.default, id, kind)) return module.default;
  const maker = kind === 'case' ? `scenario('${id}', …)` : `rule('${id}', …)`;
  const wrong = module.default === undefined ? 'it has no default export' : 'its default export is something else';
  throw new KitFault(`${path} holds no ${kind} of ${id}: expected \`export default ${maker}\`, but ${wrong}`);
}

function isCheck(value: unknown, id: RequirementId, kind: Check['kind']): value is Check {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('id' in value)) return false;
  return value.kind === kind && value.id === id;
}
