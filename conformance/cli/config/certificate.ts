import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { ConfigurationError } from '../../engine/errors.js';
import type { ServerCertificate } from '../../reference/listen.js';

/** How a server uses TLS. */
export interface Tls {
  readonly certificate: ServerCertificate;
  /** The file with the certificate of the authority, when the certificate was made for this server. */
  readonly authorityFile?: string;
  /** Removes that file. */
  remove(): Promise<void>;
}

/**
 * The certificate that `--cert` and `--key` name, or a new one for `--tls` alone; undefined when TLS was not asked for.
 *
 * @throws ConfigurationError when only one of the files is named, cannot be read, or they do not belong together.
 */
export async function tlsOf(options: {
  readonly tls?: boolean;
  readonly cert?: string;
  readonly key?: string;
}): Promise<Tls | undefined> {
  if ((options.cert === undefined) !== (options.key === undefined))
    throw new ConfigurationError(
      '--cert and --key belong together: give both, or neither for a certificate that is made',
    );
  if (options.cert !== undefined && options.key !== undefined)
    return { certificate: await readCertificate(options.cert, options.key), remove: async () => {} };
  return options.tls ? newCertificate() : undefined;
}

async function readCertificate(certFile: string, keyFile: string): Promise<ServerCertificate> {
  const [cert, key] = await Promise.all([read('--cert', certFile), read('--key', keyFile)]);
  try {
    createSecureContext({ cert, key });
  } catch (cause) {
    throw new ConfigurationError(
      `--cert ${certFile} and --key ${keyFile} cannot be used for TLS: expected a certificate and its private key in PEM form (${(cause as Error).message})`,
      { cause },
    );
  }
  return { cert, key };
}

async function newCertificate(): Promise<Tls> {
  const { createLocalCertificate } = await import('../../reference/tls/certificate.js');
  const { authority, ...certificate } = createLocalCertificate();
  const folder = await mkdtemp(join(tmpdir(), 'security-actions-'));
  const authorityFile = join(folder, 'ca.pem');
  await writeFile(authorityFile, authority);
  return { certificate, authorityFile, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function read(option: string, file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new ConfigurationError(
      `${option} ${file} ${cause.code === 'ENOENT' ? 'does not exist' : `cannot be read: ${cause.message}`}`,
      { cause },
    );
  });
}
