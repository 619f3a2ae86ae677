import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The files of one certificate and its key. */
export interface CertificateFiles {
  readonly cert: string;
  readonly key: string;
}

const openssl = (...args: readonly string[]) => promisify(execFile)('openssl', args);
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** An authority of its own in a folder, which issues certificates for host names and addresses. Needs `openssl`. */
export async function authorityIn(folder: string, name = 'authority') {
  const file = (one: string) => join(folder, one);
  const [ca, caKey] = [file(`${name}.pem`), file(`${name}.key`)];
  const subject = ['-subj', `/CN=${name}`, '-addext', 'basicConstraints=critical,CA:TRUE'];
  await openssl('req', '-x509', ...newKey, '-keyout', caKey, '-out', ca, '-days', '2', ...subject);
  const issue = async (owner: string, alternatives: string): Promise<CertificateFiles> => {
    const [cert, key, request, extensions] = ['pem', 'key', 'csr', 'ext'].map((end) => file(`${owner}.${end}`)) as [
      string,
      string,
      string,
      string,
    ];
    await openssl('req', ...newKey, '-keyout', key, '-out', request, '-subj', `/CN=${owner}`);
    await writeFile(extensions, `subjectAltName=${alternatives}\n`);
    const by = ['-CA', ca, '-CAkey', caKey, '-CAcreateserial', '-days', '2', '-extfile', extensions];
    await openssl('x509', '-req', '-in', request, ...by, '-out', cert);
    return { cert, key };
  };
  return { ca, issue };
}

/** The contents of the files, as servers of Node.js take them. */
export async function contentsOf({ cert, key }: CertificateFiles) {
  return { cert: await readFile(cert), key: await readFile(key) };
}
