import { readdir } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Slip } from './slip.js';
import type { Variant } from './variant.js';

const here = dirname(fileURLToPath(import.meta.url));
/** `.ts` in the source, `.js` where this is compiled. */
const extension = extname(fileURLToPath(import.meta.url));

/** The slips of every file in `slips/`, each of which exports an array `slips`. Read once. */
export function allSlips(): Promise<readonly Slip[]> {
  slips ??= exported('slips') as Promise<readonly Slip[]>;
  return slips;
}

/** The variants of every file in `variants/`, each of which exports an array `variants`. Read once. */
export function allVariants(): Promise<readonly Variant[]> {
  variants ??= exported('variants') as Promise<readonly Variant[]>;
  return variants;
}

let slips: Promise<readonly Slip[]> | undefined;
let variants: Promise<readonly Variant[]> | undefined;

async function exported(name: 'slips' | 'variants'): Promise<readonly unknown[]> {
  const files = (await readdir(join(here, name))).filter(
    (file) =>
      file.endsWith(extension) && !file.endsWith(`.d${extension}`) && !file.startsWith('_') && !/\.test\./.test(file),
  );
  const found = files.sort().map(async (file): Promise<unknown[]> => {
    const module: Record<string, unknown> = await import(/* @vite-ignore */ pathToFileURL(join(here, name, file)).href);
    const array = module[name];
    if (Array.isArray(array)) return array;
    throw new Error(
      `${name}/${file} was read for its ${name}: expected \`export const ${name} = […]\`, but it has none`,
    );
  });
  return (await Promise.all(found)).flat();
}
