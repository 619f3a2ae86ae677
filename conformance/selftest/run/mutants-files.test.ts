import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { checkFiles } from '../../checks/registry.js';
import { type Mutant, nameOf } from '../mutant.js';
import { checksFolder } from './load.js';

const files = await checkFiles();
const mutantsOf = (check: string) => check.replace(/\.(case|rule)\.ts$/, '.mutants.ts');

test('every file of mutants stands beside its check, and every check beside its mutants', async () => {
  const entries = (await readdir(checksFolder, { recursive: true })).map((path) => path.replaceAll('\\', '/'));
  const present = entries.filter((path) => path.endsWith('.mutants.ts'));
  expect(present.toSorted()).toEqual(files.map(({ file }) => mutantsOf(file)).toSorted());
});

test('every file of mutants has at least one, and all are of the requirement of its check', async () => {
  const wrong: string[] = [];
  for (const { id, file } of files) {
    const path = mutantsOf(file);
    const module = (await import(/* @vite-ignore */ pathToFileURL(join(checksFolder, path)).href)) as {
      readonly mutants: readonly Mutant[];
    };
    if (module.mutants.length === 0) wrong.push(`${path} has no mutant of ${id}`);
    for (const mutant of module.mutants)
      if (mutant.requirement !== id) wrong.push(`${path} has a mutant of another requirement: ${nameOf(mutant)}`);
  }
  expect(wrong).toEqual([]);
});
