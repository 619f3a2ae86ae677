import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { packageRoot } from '../engine/package-root.js';
import { perform } from './perform.js';
import { type Started, start } from './start.js';

/**
 * The servers that a program of an SDK uses, by the names of their variables, with options of `serve`. A program waits 5 s for a
 * token of the last one to expire, and needs less than 4 s to use one, even on a busy machine.
 */
const servers = {
  '': [],
  THROTTLED_: ['--throttle', '1/3'],
  SHORT_LIVED_: ['--token-lifetime', '4'],
} as const;

type ServerName = keyof typeof servers;

/** Servers for one program of an SDK. */
export interface SdkServers {
  /** What the program needs: URLs, client, tokens, and the authorities of the certificates. */
  readonly env: Readonly<Record<string, string>>;
  /** The responses of a server so far, each as method, path and status. */
  responses(name: ServerName): readonly string[];
  stop(): Promise<void>;
}

/** Starts `security-actions serve --tls --oauth` for each kind of server, all with one signing key and so with the same clients. */
export async function startSdkServers(folder: string): Promise<SdkServers> {
  const cli = join(packageRoot(), 'dist/conformance/cli/main.js');
  const command = [process.execPath, cli, 'serve', '--port', '0', '--tls', '--oauth', '--log'];
  command.push('--signing-key', join(folder, 'signing-key.pem'));
  const started = {} as Record<ServerName, Started>;
  const stop = async () => {
    // `serve` removes the file of its authority when it is interrupted.
    await Promise.all(Object.values(started).map((server) => server.stop('SIGINT')));
  };
  try {
    const env: Record<string, string> = {};
    const authorities: string[] = [];
    for (const name of Object.keys(servers) as ServerName[]) {
      started[name] = await start([...command, ...servers[name]], folder, {});
      const printed = await textOf(started[name]);
      env[`${name}AUTHORITY`] = `https://${started[name].host}`;
      env[`${name}BASE_URL`] = `https://${started[name].host}/beta`;
      authorities.push(await readFile(found(printed, /NODE_EXTRA_CA_CERTS='(.*)'/), 'utf8'));
      if (name === '') Object.assign(env, clientsIn(printed));
    }
    const responses = (name: ServerName) => started[name].printed().match(/^[A-Z]+ \S+ \d{3}$/gm) ?? [];
    return { env: { ...env, ...(await trust(authorities, folder)) }, responses, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function textOf(server: Started): Promise<string> {
  while (!server.printed().includes('Ctrl-C')) await wait(20);
  return server.printed();
}

function clientsIn(printed: string): Record<string, string> {
  const client = (identity: string, member: string) =>
    found(printed, new RegExp(`^${identity}:\\n(?:  .*\\n)*?  ${member} +(\\S+)$`, 'm'));
  return {
    TENANT_ID: found(client('writer', 'issuer'), /([^/]+)\/v2\.0$/),
    CLIENT_ID: client('writer', 'client id'),
    CLIENT_SECRET: client('writer', 'client secret'),
    READER_ID: client('reader', 'client id'),
    READER_SECRET: client('reader', 'client secret'),
    EXPIRED_TOKEN: found(printed, /SECURITY_ACTIONS_EXPIRED_TOKEN='(.*)'/),
  };
}

function found(text: string, pattern: RegExp): string {
  const value = pattern.exec(text)?.[1];
  if (value === undefined) throw new Error(`Failed to read what serve printed: it has no ${pattern}.`);
  return value;
}

/** The variables by which Node.js, Python and Java trust these authorities. */
async function trust(authorities: readonly string[], folder: string): Promise<Record<string, string>> {
  const [all, store] = [join(folder, 'authorities.pem'), join(folder, 'authorities.p12')];
  await writeFile(all, authorities.join(''));
  for (const [at, authority] of authorities.entries()) {
    const file = join(folder, `authority-${at}.pem`);
    await writeFile(file, authority);
    // A machine without Java has no keytool, and needs none.
    const options = ['-alias', `authority-${at}`, '-file', file, '-keystore', store, '-storepass', 'changeit'];
    await perform(['keytool', '-importcert', '-noprompt', ...options], folder);
  }
  const properties = { 'javax.net.ssl.trustStore': store, 'javax.net.ssl.trustStorePassword': 'changeit' };
  return {
    NODE_EXTRA_CA_CERTS: all,
    SSL_CERT_FILE: all,
    REQUESTS_CA_BUNDLE: all,
    JAVA_TOOL_OPTIONS: Object.entries(properties)
      .map(([name, value]) => `-D${name}=${value}`)
      .join(' '),
    NO_PROXY: '127.0.0.1',
  };
}
