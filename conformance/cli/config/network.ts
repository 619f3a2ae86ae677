import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ConfigurationError } from '../../engine/errors.js';
import { isLoopback } from '../../engine/http/policy.js';
import { routeTo } from '../../engine/http/transport/agents.js';
import type { Network } from '../../engine/http/transport/network.js';
import type { Io } from '../io.js';
import type { ConformOptions } from './conform-options.js';
import { headerFields } from './header-field.js';
import { proxiesOf } from './proxies.js';

type NetworkOptions = Pick<ConformOptions, 'ca' | 'clientCert' | 'clientKey' | 'insecure' | 'http1' | 'header'>;

/** The network settings for a target. @throws ConfigurationError for a file, field or proxy that cannot be used. */
export async function networkFor(
  url: URL,
  { ca, clientCert, clientKey, insecure, http1, header = [] }: NetworkOptions,
  env: Io['env'],
): Promise<Network> {
  if ((clientCert === undefined) !== (clientKey === undefined))
    throw new ConfigurationError('--client-cert and --client-key belong together: give both of them');
  if (insecure && !isLoopback(url))
    throw new ConfigurationError(
      `--insecure is only for a target on loopback, and ${url.origin} is not: give its authority with --ca`,
    );
  const tls = {
    ca: await pem('--ca', ca, 'certificate'),
    cert: await pem('--client-cert', clientCert, 'certificate'),
    key: await pem('--client-key', clientKey, 'key'),
    insecure,
  };
  const network = { tls, proxies: proxiesOf(env), http1, headers: headerFields(header) };
  // Finds certificates and keys that do not belong together.
  routeTo(url, network);
  return network;
}

/** What the user must know about these settings. */
export function networkNotices(url: URL, { tls }: Network): readonly string[] {
  if (!tls?.insecure || url.protocol !== 'https:') return [];
  return [
    `WARNING: --insecure: the certificate of ${url.origin} is NOT checked; anybody on this machine could be the target`,
  ];
}

async function pem(option: string, file: string | undefined, what: 'certificate' | 'key'): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const wrong = (why: string) => new ConfigurationError(`${option} "${file}" ${why}`);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw wrong(error.code === 'ENOENT' ? 'does not exist' : `could not be read: ${error.message}`);
  });
  const isPem = what === 'key' ? /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text) : isCertificate(text);
  if (!isPem)
    throw wrong(
      `has no ${what}: expected a PEM file that begins with -----BEGIN ${what === 'key' ? 'PRIVATE KEY' : 'CERTIFICATE'}-----`,
    );
  return text;
}

function isCertificate(text: string): boolean {
  try {
    return new X509Certificate(text).serialNumber !== '';
  } catch {
    return false;
  }
}
