import { constants } from 'node:fs';
import { access, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { ConfigurationError, notWritten } from '../../engine/errors.js';

/** @throws ConfigurationError when the file could not be written at the end of the run. */
export async function checkWritable(option: string, file: string): Promise<void> {
  const path = resolve(file);
  const wrong = (what: string) => new ConfigurationError(`${option} "${file}" cannot be written: ${what}`);
  const existing = await stat(path).catch(() => undefined);
  if (file === '' || existing?.isDirectory()) throw wrong('it is a folder; give the name of a file');
  const folder = dirname(path);
  if (!(await stat(folder).catch(() => undefined))?.isDirectory())
    throw wrong(`the folder ${folder} does not exist; create it first`);
  const written = existing && !existing.isFile() ? path : folder;
  await access(written, constants.W_OK).catch(() => {
    throw wrong(`there is no permission to write to ${written}`);
  });
}

/** @throws ConfigurationError when the record of a run cannot be written to the file and read again. */
export async function checkRecordable(file: string): Promise<void> {
  await checkWritable('--record', file);
  const existing = await stat(resolve(file)).catch(() => undefined);
  if (existing && !existing.isFile())
    throw new ConfigurationError(
      `--record "${file}" cannot be written: it is a pipe or device; give the name of a file, because the record is read again`,
    );
}

/**
 * Writes a report so that the file is either complete or not there; a pipe or device is written to directly.
 *
 * @throws ConfigurationError for a file that could not be written.
 */
export async function writeReport(file: string, text: string): Promise<void> {
  const path = resolve(file);
  const existing = await stat(path).catch(() => undefined);
  const isReplaced = existing?.isFile() ?? true;
  const written = isReplaced ? `${path}.${process.pid}.tmp` : path;
  try {
    await writeFile(written, text);
    if (isReplaced) await rename(written, path);
  } catch (error) {
    if (isReplaced) await rm(written, { force: true });
    throw notWritten(`the report ${file}`, error);
  }
}

/** The file name with the target's name before its extension: `out.json` becomes `out.mock.json`. */
export function fileFor(file: string, target: string): string {
  const extension = extname(file);
  return `${file.slice(0, file.length - extension.length)}.${target}${extension}`;
}
