import { readFile, writeFile } from 'node:fs/promises';
import { ConfigurationError } from '../../engine/errors.js';
import { newSigningKey, type SigningKeys, signingKeysOf } from '../../reference/identity/keys.js';

/**
 * The key pair in the file of `--signing-key`. A file that does not exist is created; only its owner can read it.
 *
 * @throws ConfigurationError when the file has no P-256 private key, or can be neither read nor created.
 */
export async function readOrCreateSigningKey(file: string): Promise<SigningKeys> {
  const wrong = (what: string, cause: unknown) => {
    return new ConfigurationError(`--signing-key ${file} ${what}`, { cause });
  };
  const created = newSigningKey();
  const pem = await writeFile(file, created, { flag: 'wx', mode: 0o600 }).then(
    () => created,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST')
        return readFile(file, 'utf8').catch((cause) => {
          throw wrong(`cannot be read: ${cause.message}`, cause);
        });
      throw wrong(`cannot be created: ${error.message}`, error);
    },
  );
  return signingKeysOf(pem).catch((error) => {
    throw wrong(
      `is not a P-256 private key in PEM form (${error.message}): name a file that does not exist to create one`,
      error,
    );
  });
}
