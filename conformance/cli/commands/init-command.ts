import { writeFile } from 'node:fs/promises';
import { ConfigurationError } from '../../engine/errors.js';
import { exitCodes } from '../../engine/run/verdict.js';
import { configNames } from '../config/config-file.js';
import { configTemplate } from '../config/config-template.js';
import type { Io } from '../io.js';

/** Writes the file and says what to do next. @throws ConfigurationError when it exists or cannot be written. */
export async function initCommand(file: string, io: Io): Promise<number> {
  await writeFile(file, configTemplate(), { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw new ConfigurationError(
      error.code === 'EEXIST'
        ? `init: "${file}" exists already: delete it first, or give another name`
        : `init: "${file}" could not be written: ${error.message}`,
    );
  });
  const option = configNames.some((name) => name === file) ? '' : ` --config ${file}`;
  io.stdout.write(
    `${file} written. Change the URL and the tokens in it, then see what applies with:\n  security-actions conform${option} --print-config\n`,
  );
  return exitCodes.conformant;
}
