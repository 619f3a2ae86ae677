import { generateKeyPairSync } from 'node:crypto';
import { access, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLocalCertificate } from '../../reference/tls/certificate.js';
import { main } from '../program.js';
import { runCommandLine } from '../testing/run.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Starts `serve` or `mock`, passes what it printed to `use`, and interrupts it. */
async function whileServing(
  argv: readonly string[],
  use: (printed: string, url: string, later: readonly string[]) => Promise<void>,
) {
  const interrupt = new AbortController();
  const later: string[] = [];
  let ended: Promise<number> | undefined;
  const printed = await new Promise<string>((resolve) => {
    const write = (text: string) => {
      resolve(text);
      later.push(text);
    };
    const sink = { write, isTTY: false, columns: 100 };
    const io = { stdout: sink, stderr: sink, env: {}, interrupted: interrupt.signal };
    ended = main([...argv, '--port', '0'], io);
  });
  try {
    later.length = 0;
    await use(printed, /https?:\/\/127\S+/.exec(printed)?.[0] ?? '', later);
  } finally {
    interrupt.abort();
  }
  expect(await ended).toBe(0);
}

const tokenIn = (printed: string) => /SECURITY_ACTIONS_TOKEN='(.*)'/.exec(printed)?.[1] ?? '';

async function listStatus(url: string, token: string): Promise<number> {
  const response = await fetch(`${url}/security/securityActions`, { headers: { Authorization: `Bearer ${token}` } });
  return response.status;
}

test('with --signing-key a token stays valid when the server starts again, and only the owner can read the file', async () => {
  const file = join(folder, 'signing.pem');
  let token = '';
  await whileServing(['serve', '--signing-key', file], async (printed) => {
    token = tokenIn(printed);
  });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const created = await readFile(file, 'utf8');
  await whileServing(['serve', '--signing-key', file], async (_, url) => {
    expect(await listStatus(url, token)).toBe(200);
  });
  expect(await readFile(file, 'utf8')).toBe(created);
  await whileServing(['serve', '--signing-key', join(folder, 'other.pem')], async (_, url) => {
    expect(await listStatus(url, token)).toBe(401);
  });
  await whileServing(['serve'], async (_, url) => expect(await listStatus(url, token)).toBe(401));
});

test('the token lifetime is that of --token-lifetime', async () => {
  await whileServing(['serve', '--token-lifetime', '2'], async (printed, url) => {
    expect(printed).toContain('valid for 2 s');
    const { exp, iat } = JSON.parse(Buffer.from(tokenIn(printed).split('.')[1] ?? '', 'base64url').toString());
    expect(exp - iat).toBe(2);
    expect(await listStatus(url, tokenIn(printed))).toBe(200);
  });
});

const ed25519 = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

test.each<[string, string, RegExp]>([
  ['of another type', ed25519, /is not a P-256 private key in PEM form \(the key is of type ed25519\)/],
  ['without a key', 'secret text', /is not a P-256 private key in PEM form/],
  ['without content', '', /is not a P-256 private key in PEM form/],
])('a signing key file %s is a usage error and stays as it is', async (_, content, message) => {
  const file = join(folder, 'wrong.pem');
  await writeFile(file, content);
  const { code, stderr } = await runCommandLine(['serve', '--port', '0', '--signing-key', file]);
  expect([code, stderr]).toEqual([64, expect.stringMatching(message)]);
  expect(stderr).not.toContain('secret text');
  expect(await readFile(file, 'utf8')).toBe(content);
});

test('files that cannot be used are usage errors that name the option', async () => {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  await writeFile(cert, createLocalCertificate().cert);
  await writeFile(key, createLocalCertificate().key);
  for (const [options, message] of [
    [['--signing-key', join(folder, 'no', 'key.pem')], /--signing-key \S+ cannot be created: ENOENT/],
    [['--signing-key', folder], /--signing-key \S+ cannot be read: EISDIR/],
    [['--cert', cert], /--cert and --key belong together/],
    [['--tls', '--key', key], /--cert and --key belong together/],
    [['--cert', cert, '--key', join(folder, 'none')], /--key \S+ does not exist/],
    [['--cert', cert, '--key', key], /cannot be used for TLS: .*key values mismatch/],
    [['--cert', key, '--key', key], /cannot be used for TLS/],
  ] as const) {
    const { code, stderr } = await runCommandLine(['serve', '--port', '0', ...options]);
    expect([options, code, stderr]).toEqual([options, 64, expect.stringMatching(message)]);
  }
});

/** The status of the list for a client that trusts this authority. */
async function listOverTls(url: string, token: string, ca: string): Promise<number | undefined> {
  const sent = request(`${url}/security/securityActions`, {
    agent: new Agent({ ca }),
    headers: { Authorization: `Bearer ${token}` },
  }).end();
  return new Promise((resolve, reject) => {
    sent.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
  });
}

test('--tls prints the file of its authority, which is removed at the end', async () => {
  let file = '';
  await whileServing(['serve', '--tls'], async (printed, url) => {
    expect(url).toMatch(/^https:/);
    file = /NODE_EXTRA_CA_CERTS='(.*)'/.exec(printed)?.[1] ?? '';
    const authority = await readFile(file, 'utf8');
    expect(authority).not.toContain('PRIVATE');
    expect(await listOverTls(url, tokenIn(printed), authority)).toBe(200);
    await expect(fetch(url)).rejects.toThrow();
  });
  await expect(access(file)).rejects.toThrow(/ENOENT/);
});

test('--cert and --key are the certificate of the server', async () => {
  const { cert, key, authority } = createLocalCertificate();
  const [certFile, keyFile] = [join(folder, 'own.pem'), join(folder, 'own.key')];
  await writeFile(certFile, cert);
  await writeFile(keyFile, key);
  await whileServing(['serve', '--cert', certFile, '--key', keyFile], async (printed, url) => {
    expect(printed).not.toContain('NODE_EXTRA_CA_CERTS');
    expect(await listOverTls(url, tokenIn(printed), authority)).toBe(200);
  });
});

test('--oauth prints clients with which a program gets tokens, and the printed tokens are valid too', async () => {
  await whileServing(['serve', '--oauth'], async (printed, url) => {
    const client = (identity: string) =>
      new RegExp(`^${identity}:\n +client id +(\\S+)\n +client secret +(\\S+)\n +issuer +(\\S+)\n`, 'm').exec(printed);
    const [, id = '', secret = '', issuer = ''] = client('writer') ?? [];
    const allow = { [oauth.allowInsecureRequests]: true };
    const discovered = await oauth.discoveryRequest(new URL(issuer), allow);
    const as = await oauth.processDiscoveryResponse(new URL(issuer), discovered);
    const scope = /with the scope (\S+):/.exec(printed)?.[1] ?? '';
    const authentication = oauth.ClientSecretPost(secret);
    const granted = await oauth.processClientCredentialsResponse(
      as,
      { client_id: id },
      await oauth.clientCredentialsGrantRequest(as, { client_id: id }, authentication, { scope }, allow),
    );
    expect(await listStatus(url, granted.access_token)).toBe(200);
    expect(await listStatus(url, tokenIn(printed))).toBe(200);
    expect(['reader', 'stranger', 'neighbour', 'delegated', 'expired'].filter(client)).toEqual([
      'reader',
      'stranger',
      'neighbour',
    ]);
    const env = Object.fromEntries(
      [...printed.matchAll(/^export (\w+)='(.*)'/gm)].map(([, name, value]) => [name, value]),
    );
    const ran = await runCommandLine(['conform', url, '--only', 'AUTH'], { env });
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringMatching(/MUST requirements passed/) });
  });
});

test('--log prints method, path and status of each response, and no token', async () => {
  await whileServing(['serve', '--log'], async (printed, url, later) => {
    await listStatus(url, tokenIn(printed));
    await fetch(`${url}/security/securityActions/1?$select=id`);
    const path = '/beta/security/securityActions';
    expect(later).toEqual([`GET ${path} 200\n`, `GET ${path}/1?$select=id 401\n`]);
  });
  await whileServing(['serve'], async (printed, url, later) => {
    await listStatus(url, tokenIn(printed));
    expect(later).toEqual([]);
  });
});

test.each([
  [[], true],
  [['--top-limits', 'list'], false],
])('with %j a list with $top has a link to the rest: %s', async (options, continues) => {
  await whileServing(['serve', ...options], async (printed, url) => {
    const headers = { Authorization: `Bearer ${tokenIn(printed)}`, 'Content-Type': 'application/json' };
    const path = `${url}/security/securityActions`;
    for (const _ of [1, 2]) await fetch(path, { method: 'POST', headers, body: '{"parameters":[]}' });
    const page = (await (await fetch(`${path}?$top=1`, { headers })).json()) as object;
    expect('@odata.nextLink' in page).toBe(continues);
  });
});

test('without --oauth the server issues no tokens', async () => {
  await whileServing(['serve'], async (printed, url) => {
    expect(printed).not.toContain('client secret');
    const tenant = '11111111-0000-4000-8000-000000000001';
    expect((await fetch(`${new URL(url).origin}/${tenant}/v2.0/.well-known/openid-configuration`)).status).toBe(404);
  });
});

/** What a browser asks before it sends a PATCH with a token from another origin. */
const preflight = {
  method: 'OPTIONS',
  headers: {
    Origin: 'https://contoso.example',
    'Access-Control-Request-Method': 'PATCH',
    'Access-Control-Request-Headers': 'authorization,content-type,if-match',
  },
};

test.each(['serve', 'mock'])(
  '%s --cors answers the question of a browser and exposes the header fields',
  async (command) => {
    await whileServing([command, '--cors'], async (printed, url) => {
      const item = `${url}/security/securityActions/1`;
      const asked = await fetch(item, preflight);
      expect(asked.ok).toBe(true);
      expect(asked.headers.get('access-control-allow-origin')).toBe('*');
      expect(asked.headers.get('access-control-allow-methods')).toMatch(/\bPATCH\b/);
      expect(asked.headers.get('access-control-allow-headers')).toMatch(/authorization,\s*content-type,\s*if-match/);
      const Authorization = `Bearer ${tokenIn(printed) || 'any-token'}`;
      const listed = await fetch(`${url}/security/securityActions`, {
        headers: { Authorization, Origin: 'https://contoso.example' },
      });
      expect([listed.status, listed.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
      expect(listed.headers.get('access-control-expose-headers')).toMatch(/\bRetry-After\b/);
      const refused = await fetch(item, { headers: { Origin: 'https://contoso.example' } });
      expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, '*']);
    });
  },
);

test('--cors changes no response to a program that is not in a browser', async () => {
  const plain = async (url: string, printed: string) => {
    const headers = { Authorization: `Bearer ${tokenIn(printed)}` };
    const { status, headers: received } = await fetch(`${url}/security/securityActions`, {
      method: 'OPTIONS',
      headers,
    });
    return [status, received.get('allow'), received.get('access-control-allow-origin')];
  };
  await whileServing(['serve', '--cors'], async (printed, url) => {
    expect(await plain(url, printed)).toEqual([405, 'GET, HEAD, POST', null]);
  });
  for (const command of ['serve', 'mock']) {
    await whileServing([command], async (_, url) => {
      const asked = await fetch(`${url}/security/securityActions/1`, preflight);
      expect(asked.headers.get('access-control-allow-origin')).toBeNull();
    });
  }
});
