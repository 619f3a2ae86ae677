import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Whether a target was written from the pages alone, corrected until the kit passed it, or is a program of other people. */
export type Kind = 'first' | 'corrected' | 'foreign tool';

/** What installs the packages of a target. */
export type Toolchain = 'npm' | 'pip' | 'go' | 'maven' | 'maven with dependencies';

/** Requirements with one cause, and the judgement by hand of what the kit reports about them. */
export interface Adjudication {
  readonly failed?: readonly string[];
  readonly inconclusive?: readonly string[];
  /** Requirements whose outcome depends on chance, such as the races: their presence and their absence are both expected. */
  readonly perhaps?: readonly string[];
  /** Why the finding is right. */
  readonly because: string;
  /** The page and the place that the finding rests on. */
  readonly source?: string;
}

/** A server to start, and what the kit must report about it. */
export interface InteropRun {
  readonly kind: Kind;
  /** Program and arguments. `{contract}` is the bundled document, `{port}` a free port. */
  readonly start: readonly string[];
  /** More options of `conform`. */
  readonly options?: readonly string[];
  readonly exitCode: number;
  /**
   * Of a server written here: every MUST and SHOULD that is failed or inconclusive. Of a foreign tool: every MUST that failed,
   * and what else is worth knowing.
   */
  readonly findings: readonly Adjudication[];
}

/** A folder with a `target.json`. */
export interface TargetFolder {
  readonly name: string;
  readonly folder: string;
  /** The name of the folder that holds it: `natural` for servers written here, `tools` for programs of other people. */
  readonly group: string;
  readonly toolchain: Toolchain;
  /** With exact versions, in the notation of the toolchain. */
  readonly packages: readonly string[];
  /** The path of the base URL. */
  readonly path: string;
  readonly runs: readonly InteropRun[];
}

/** Reads every `target.json` below `root`, in alphabetical order. */
export async function readTargetFolders(root: string): Promise<readonly TargetFolder[]> {
  const files = (await readdir(root, { recursive: true })).filter((file) => /(^|[\\/])target\.json$/.test(file));
  return Promise.all(files.sort().map((file) => readTargetFolder(join(root, dirname(file)))));
}

async function readTargetFolder(folder: string): Promise<TargetFolder> {
  const content = JSON.parse(await readFile(join(folder, 'target.json'), 'utf8')) as Omit<
    TargetFolder,
    'folder' | 'group'
  >;
  return { ...content, folder, group: basename(dirname(folder)) };
}
