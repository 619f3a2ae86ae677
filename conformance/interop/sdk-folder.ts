import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Toolchain } from './target-folder.js';

/** What every program does with its SDK, and prints the result of. */
export const calls = [
  'create',
  'get',
  'list',
  'update',
  'cancel',
  'read, modify and write a whole action',
  'iterate over pages',
  '$top',
  'iterate over pages of $top',
  '$select',
  '$filter',
  '$orderby',
  '$count',
  'an action that does not exist',
  'a caller without the permission',
  'a wrong secret',
  'a wrong token',
  'an expired token',
  'a token that is renewed',
  '429 with Retry-After',
] as const;

/** Something that does not work with an SDK, whatever the server does. */
export interface Limit {
  /** The call that must fail because of it, when one does. */
  readonly call?: string;
  readonly because: string;
  /** The address of the SDK's own issue about it. */
  readonly issue?: string;
}

/** A program that calls the operations with an SDK. */
export interface SdkProgram {
  readonly sdk: string;
  /** Program and arguments. */
  readonly start: readonly string[];
  /** Those of the folder that it imports. */
  readonly packages: readonly string[];
  readonly limits: readonly Limit[];
}

/** A folder with a `sdk.json`. */
export interface SdkFolder {
  readonly name: string;
  readonly folder: string;
  readonly toolchain: Toolchain;
  /** All packages of the programs, with exact versions, in the notation of the toolchain. */
  readonly packages: readonly string[];
  readonly programs: readonly SdkProgram[];
}

/** Reads the `sdk.json` of each folder in `root`, in alphabetical order. */
export async function readSdkFolders(root: string): Promise<readonly SdkFolder[]> {
  const names = (await readdir(root)).sort();
  return Promise.all(
    names.map(async (name) => {
      const folder = join(root, name);
      const content = JSON.parse(await readFile(join(folder, 'sdk.json'), 'utf8')) as Pick<
        SdkFolder,
        'toolchain' | 'programs'
      >;
      const packages = [...new Set(content.programs.flatMap((program) => program.packages))];
      return { ...content, name, folder, packages };
    }),
  );
}
