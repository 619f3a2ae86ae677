import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createReference } from '../reference/index.js';
import { authorityIn, type CertificateFiles, contentsOf } from './testing/certificates.js';
import { proxyOn } from './testing/proxy.js';
import { runCommandLine } from './testing/run.js';

let folder = '';
let ca = '';
let foreignCa = '';
let server: CertificateFiles;
let client: CertificateFiles;
let foreignClient: CertificateFiles;
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'network-'));
  const authority = await authorityIn(folder);
  const foreign = await authorityIn(folder, 'foreign');
  [ca, foreignCa] = [authority.ca, foreign.ca];
  server = await authority.issue('server', 'DNS:target.example,IP:127.0.0.1,IP:::1');
  client = await authority.issue('client', 'DNS:client.example');
  foreignClient = await foreign.issue('foreign-client', 'DNS:client.example');
}, 30_000);
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Listening {
  readonly tls?: 'server' | 'mutual';
  readonly host?: string;
  /** A header field that a request must have; without it the response is 400. */
  readonly gateway?: readonly [string, string];
}

/** Serves the reference, and returns its port and how to run the kit against it. */
async function target({ tls, host = '127.0.0.1', gateway }: Listening = {}) {
  const reference = createReference();
  const mutual = tls === 'mutual' && { requestCert: true, ca: await readFile(ca) };
  const fetch = (request: Request) => {
    if (gateway && request.headers.get(gateway[0]) !== gateway[1])
      return Response.json({ error: { code: 'Gateway', message: `no key, not ${gateway[1]}` } }, { status: 400 });
    return reference.fetch(request);
  };
  const listening = createAdaptorServer({
    fetch,
    ...(tls && { createServer, serverOptions: { ...(await contentsOf(server)), ...mutual } }),
  } as never) as Server;
  listening.listen(0, host);
  await once(listening, 'listening');
  closing.push(async () => {
    const closed = once(listening, 'close');
    listening.close();
    listening.closeAllConnections();
    await closed;
  });
  const { writer } = await reference.tokens.mintAll();
  const { port } = listening.address() as AddressInfo;
  const conform = (url: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) =>
    runCommandLine(
      ['conform', url, '--only', 'GET-1,CREATE-1', '--sequences', '0', '--races', '0', '--seed', '7', ...args],
      { env: { SECURITY_ACTIONS_TOKEN: writer, ...env } },
    );
  return { port, conform };
}

async function proxy(...settings: Parameters<typeof proxyOn>) {
  const made = await proxyOn(...settings);
  closing.push(made.close);
  return made;
}

const passed = { code: 0, stdout: expect.stringContaining('conformant: 2 MUST requirements passed') };
const oneLine = (text: string) => text.replace(/\s+/g, ' ');

describe('TLS', () => {
  test('--ca trusts a private authority, and without it the message says so', async () => {
    const { port, conform } = await target({ tls: 'server' });
    const url = `https://127.0.0.1:${port}/beta`;
    expect(await conform(url, ['--ca', ca])).toMatchObject(passed);
    for (const args of [[], ['--ca', foreignCa]]) {
      const untrusted = await conform(url, args);
      expect(untrusted.code).toBe(69);
      expect(oneLine(untrusted.stdout + untrusted.stderr)).toContain('give --ca a PEM file');
    }
  });

  test('the rerun command repeats the files', async () => {
    const { port, conform } = await target({ tls: 'server', gateway: ['x-key', 'other'] });
    const { code, stdout } = await conform(`https://127.0.0.1:${port}/beta`, ['--ca', ca, '--verbose']);
    expect(code).toBe(1);
    expect(stdout).toContain(`--ca ${ca}`);
  });

  test('--insecure accepts any certificate on loopback with a warning, and is refused elsewhere', async () => {
    const { port, conform } = await target({ tls: 'server' });
    const insecure = await conform(`https://127.0.0.1:${port}/beta`, ['--insecure']);
    expect(insecure).toMatchObject({ ...passed, stderr: expect.stringContaining('WARNING: --insecure') });
    expect(await conform(`https://target.example:${port}/beta`, ['--insecure'])).toMatchObject({
      code: 64,
      stdout: '',
      stderr: expect.stringContaining('--insecure is only for a target on loopback'),
    });
  });

  test('--client-cert and --client-key show a certificate to a target with mutual TLS', async () => {
    const { port, conform } = await target({ tls: 'mutual' });
    const url = `https://127.0.0.1:${port}/beta`;
    const shown = ({ cert, key }: CertificateFiles) => ['--ca', ca, '--client-cert', cert, '--client-key', key];
    expect(await conform(url, shown(client))).toMatchObject(passed);
    for (const args of [['--ca', ca], shown(foreignClient)]) {
      const rejected = await conform(url, args);
      expect(rejected.code).toBe(69);
      expect(oneLine(rejected.stdout + rejected.stderr)).toContain('--client-cert');
    }
  });

  test.each<[string, () => readonly string[], RegExp]>([
    ['a certificate without its key', () => ['--client-cert', client.cert], /belong together: give both/],
    [
      'a key of another certificate',
      () => ['--client-cert', client.cert, '--client-key', server.key],
      /cannot be used: .*mismatch/,
    ],
    ['a file that does not exist', () => ['--ca', join(folder, 'none.pem')], /--ca ".*none.pem" does not exist/],
    ['a key as an authority', () => ['--ca', client.key], /has no certificate: expected a PEM file/],
    ['a certificate as a key', () => ['--client-cert', client.cert, '--client-key', client.cert], /has no key/],
  ])('%s ends the run with 64 before a request is sent', async (_, args, message) => {
    const ran = await runCommandLine(['conform', 'https://127.0.0.1:9/beta', ...args()]);
    expect(ran).toMatchObject({ code: 64, stdout: '', stderr: expect.stringMatching(message) });
  });
});

describe('a proxy', () => {
  const credentials = 'user:pass@word';
  const at = (port: number, user = 'user:pass%40word@') => `http://${user}127.0.0.1:${port}`;

  test('with credentials opens tunnels for a target with TLS', async () => {
    const { port, conform } = await target({ tls: 'server' });
    const through = await proxy({ credentials });
    const url = `https://target.example:${port}`;
    const args = ['--ca', ca, '--allow-writes', url];
    const json = join(folder, 'out.json');
    const ran = await conform(`${url}/beta`, [...args, '--json', json], { HTTPS_PROXY: at(through.port) });
    expect(ran).toMatchObject(passed);
    expect(new Set(through.seen)).toEqual(new Set([`CONNECT target.example:${port}`]));
    expect(ran.stdout + ran.stderr + (await readFile(json, 'utf8'))).not.toMatch(/pass@word|pass%40word/);
  });

  test('with TLS of its own is used for targets with TLS and without', async () => {
    const through = await proxy({ tls: await contentsOf(server) });
    const env = { HTTPS_PROXY: `https://127.0.0.1:${through.port}`, HTTP_PROXY: `https://127.0.0.1:${through.port}` };
    const [secure, plain] = [await target({ tls: 'server' }), await target()];
    const args = (url: string) => ['--ca', ca, '--allow-writes', url];
    const [https, http] = [`https://target.example:${secure.port}`, `http://target.example:${plain.port}`];
    expect(await secure.conform(`${https}/beta`, args(https), env)).toMatchObject(passed);
    expect(await plain.conform(`${http}/beta`, args(http), env)).toMatchObject(passed);
  });

  test('gets the requests themselves for a target without TLS', async () => {
    const { port, conform } = await target();
    const through = await proxy({ credentials });
    const url = `http://target.example:${port}`;
    const ran = await conform(`${url}/beta`, ['--allow-writes', url], { http_proxy: at(through.port) });
    expect(ran).toMatchObject(passed);
    expect(through.seen).toContain(`POST ${url}/beta/security/securityActions`);
  });

  test.each<[string, string, string, object, RegExp]>([
    ['without credentials', 'https', '', { credentials }, /407 Proxy Authentication Required; give its user/],
    ['with wrong credentials', 'https', 'user:no@', { credentials }, /407 .*; check the user and password/],
    ['without credentials', 'http', '', { credentials }, /407 Proxy Authentication Required; give its user/],
    ['that forbids the target', 'https', '', { always: 403 }, /does not open a tunnel to .* 403 Forbidden; check/],
  ])('%s is reported as such (%s)', async (_, scheme, user, settings, message) => {
    const through = await proxy(settings);
    const { port, conform } = await target();
    const proxies = { HTTPS_PROXY: at(through.port, user), HTTP_PROXY: at(through.port, user) };
    const ran = await conform(`${scheme}://target.example:${port}/beta`, [], proxies);
    expect(ran.code).toBe(69);
    const said = oneLine(ran.stdout + ran.stderr);
    expect(said).toMatch(message);
    expect(said).toContain(`the proxy http://127.0.0.1:${through.port}`);
    expect(said).not.toContain('user:no');
  });

  test('that does not respond is reported as such', async () => {
    const through = await proxyOn();
    await through.close();
    const ran = await (await target()).conform('https://target.example/beta', [], { HTTPS_PROXY: at(through.port) });
    expect(ran.code).toBe(69);
    expect(oneLine(ran.stdout + ran.stderr)).toMatch(/the proxy http:\/\/127.0.0.1:\d+ cannot be reached: .*NO_PROXY/);
  });

  test('is not used for a target on loopback', async () => {
    const { port, conform } = await target();
    const through = await proxy();
    const ran = await conform(`http://127.0.0.1:${port}/beta`, [], { HTTP_PROXY: at(through.port) });
    expect(ran).toMatchObject(passed);
    expect(through.seen).toEqual([]);
  });

  test.each(['socks5://127.0.0.1:1', 'http://user:%zz@127.0.0.1:1', 'http://'])(
    'whose variable is %s ends the run with 64',
    async (value) => {
      const ran = await runCommandLine(['conform', 'http://127.0.0.1:9/beta'], { env: { HTTPS_PROXY: value } });
      expect(ran).toMatchObject({ code: 64, stderr: expect.stringContaining('HTTPS_PROXY') });
      expect(ran.stderr).not.toContain('%zz');
    },
  );
});

describe('--header', () => {
  const secret = 'key-of-the-gateway-7';

  test('adds the field to every request and shows its value nowhere', async () => {
    const { port, conform } = await target({ gateway: ['x-api-key', secret] });
    const url = `http://127.0.0.1:${port}/beta`;
    const given = ['--header', `X-Api-Key: ${secret}`, '--header', 'X-Tenant: 1'];
    expect(await conform(url, given)).toMatchObject(passed);
  });

  test('is named without its value in findings, curl and rerun commands, also when the target repeats it', async () => {
    const { port, conform } = await target({ gateway: ['x-other', secret] });
    const files = [join(folder, 'header.json'), join(folder, 'header.xml')] as const;
    const args = ['--header', `X-Api-Key: ${secret}`, '--json', files[0], '--junit', files[1], '--verbose'];
    const ran = await conform(`http://127.0.0.1:${port}/beta`, args);
    expect(ran.code).toBe(1);
    const all = [ran.stdout, ran.stderr, ...(await Promise.all(files.map((file) => readFile(file, 'utf8'))))].join();
    expect(all).not.toContain(secret);
    expect(all).toContain('no key, not $SECURITY_ACTIONS_HEADER_X_API_KEY');
    expect(ran.stdout).toContain(`-H "x-api-key: $SECURITY_ACTIONS_HEADER_X_API_KEY"`);
    expect(ran.stdout).toContain(`--header "X-Api-Key: $SECURITY_ACTIONS_HEADER_X_API_KEY"`);
  });

  test.each([
    ['no colon', /expected "Name: value"/],
    ['X Y: value-7', /expected "Name: value"/],
    ['X-Key:', /has no value/],
    ['X-Key: value-7\r\nX-Other: 1', /not allowed/],
    ['Authorization: value-7', /give a token with --token/],
    ['Prefer: value-7', /a field that the kit sets itself/],
  ])('%j ends the run with 64', async (field, message) => {
    const ran = await runCommandLine(['conform', 'http://127.0.0.1:9/beta', '--header', field]);
    expect(ran).toMatchObject({ code: 64, stdout: '', stderr: expect.stringMatching(message) });
    expect(ran.stderr).not.toContain('value-7');
  });
});

test('a target on an IPv6 address is reached, with and without TLS', async () => {
  const plain = await target({ host: '::1' });
  expect(await plain.conform(`http://[::1]:${plain.port}/beta`)).toMatchObject(passed);
  const secure = await target({ host: '::1', tls: 'server' });
  expect(await secure.conform(`https://[::1]:${secure.port}/beta`, ['--ca', ca])).toMatchObject(passed);
});

test('a file with an authority may have several certificates', async () => {
  const { port, conform } = await target({ tls: 'server' });
  const both = join(folder, 'both.pem');
  await writeFile(both, `${await readFile(foreignCa, 'utf8')}${await readFile(ca, 'utf8')}`);
  expect(await conform(`https://127.0.0.1:${port}/beta`, ['--ca', both])).toMatchObject(passed);
});
