import { readdir } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Mutant } from '../mutant.js';
import type { Situation } from '../situation.js';
import type { Variant } from '../variant.js';

const here = dirname(fileURLToPath(import.meta.url));
/** `.ts` in the source, `.js` where this is compiled. */
const extension = extname(fileURLToPath(import.meta.url));

/** The folder of the checks and their mutants. */
export const checksFolder = join(here, '..', '..', 'checks');

/** The mutants beside the checks: each `.mutants.ts` exports an array `mutants`. Read once. */
export function allMutants(): Promise<readonly Mutant[]> {
  mutants ??= exported(checksFolder, `.mutants${extension}`, 'mutants') as Promise<readonly Mutant[]>;
  return mutants;
}

/** The conforming variants: each file in `variants/` exports an array `variants`. Read once. */
export function allVariants(): Promise<readonly Variant[]> {
  variants ??= exported(join(here, '..', 'variants'), extension, 'variants') as Promise<readonly Variant[]>;
  return variants;
}

/** The situations: each file in `situations/` exports an array `situations`. Read once. */
export function allSituations(): Promise<readonly Situation[]> {
  situations ??= exported(join(here, '..', 'situations'), extension, 'situations') as Promise<readonly Situation[]>;
  return situations;
}

let mutants: Promise<readonly Mutant[]> | undefined;
let variants: Promise<readonly Variant[]> | undefined;
let situations: Promise<readonly Situation[]> | undefined;

async function exported(
  folder: string,
  ending: string,
  name: 'mutants' | 'variants' | 'situations',
): Promise<readonly unknown[]> {
  const files = (await readdir(folder, { recursive: true })).filter(
    (file) => file.endsWith(ending) && !file.endsWith(`.d${extension}`) && !/\.test\.|serving/.test(file),
  );
  const found = files.sort().map(async (file): Promise<unknown[]> => {
    const module: Record<string, unknown> = await import(/* @vite-ignore */ pathToFileURL(join(folder, file)).href);
    const array = module[name];
    if (Array.isArray(array)) return array;
    throw new Error(
      `reading the ${name} of ${file}: expected \`export const ${name} = […]\`, but there is no such array`,
    );
  });
  return (await Promise.all(found)).flat();
}
