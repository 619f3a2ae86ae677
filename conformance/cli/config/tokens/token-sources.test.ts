// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references in a configuration file look like this
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Identity } from '../../../engine/evidence/exchange.js';
import { createReference } from '../../../reference/index.js';
import { listen } from '../../../reference/listen.js';
import { oauthIssuer } from '../../testing/oauth-issuer.js';
import { runCommandLine } from '../../testing/run.js';

let folder = '';
const closing: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tokens-'));
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Serves the reference, and returns how to run the kit with the tokens of a configuration file. */
async function target({ lifetimeS = 3_600, delayMs = 0 } = {}) {
  const reference = createReference({ tokenLifetimeSeconds: lifetimeS });
  let requests = 0;
  const fetch = async (request: Request) => {
    requests += 1;
    if (delayMs > 0) await sleep(delayMs);
    return reference.fetch(request);
  };
  const { url, close } = await listen({ ...reference, fetch });
  closing.push(close);
  const conform = async (tokens: object, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) => {
    const file = join(folder, 'config.json');
    await writeFile(file, JSON.stringify({ targets: { local: { url, tokens } } }));
    const fixed = ['--sequences', '0', '--races', '0', '--config', file];
    const only = args.includes('--only') ? [] : ['--only', 'GET-1'];
    const ran = await runCommandLine(['conform', 'local', ...fixed, ...only, ...args], { env });
    return { ...ran, stderr: ran.stderr.replaceAll(file, 'config.json') };
  };
  return { reference, conform, requests: () => requests };
}

describe('tokenCommand', () => {
  const node = (script: string, ...args: readonly string[]) => [process.execPath, '-e', script, '--', ...args];

  test('gives the token that a program prints, without a shell', async () => {
    const { reference, conform } = await target();
    const token = await reference.tokens.mint('writer');
    const tokenCommand = node(
      'console.log(process.argv[1] === "$(echo) ;" ? process.argv[2] : "")',
      '$(echo) ;',
      token,
    );
    const ran = await conform({ writer: { tokenCommand } }, ['--verbose']);
    expect(ran.code).toBe(0);
    expect(ran.stdout + ran.stderr).not.toContain(token);
  });

  test.each<[string, readonly string[], RegExp]>([
    ['fails', node('console.error("secret-text"); process.exit(3)'), /ended with exit code 3: run it by hand/],
    [
      'hangs',
      node('setInterval(() => undefined, 1000)'),
      /did not end within 400 ms: run it by hand, or raise "timeout"/,
    ],
    ['waits for input', node('process.stdin.resume().on("end", () => process.exit(4))'), /ended with exit code 4/],
    ['is killed', node('process.kill(process.pid, "SIGTERM")'), /was ended by SIGTERM/],
    ['does not exist', ['no-such-program-of-ours'], /was not found: give the name of a program/],
    ['prints nothing', node(''), /printed something that is empty/],
    ['prints more than the token', node('console.log("secret-text and more")'), /contains white space: expected only/],
    [
      'prints without an end',
      node('const more = () => process.stdout.write("secret-text".repeat(9999), more); more()'),
      /printed more than a token/,
    ],
  ])('that %s ends the run with 64 before a request is sent', async (_, tokenCommand, message) => {
    const { conform, requests } = await target();
    const began = performance.now();
    const timeout = tokenCommand.join().includes('setInterval') ? 400 : 20_000;
    const ran = await conform({ writer: { tokenCommand, timeout } });
    expect(ran).toMatchObject({ code: 64, stdout: '', stderr: expect.stringMatching(message) });
    expect(ran.stderr).toContain('config.json:1: tokens.writer: tokenCommand');
    expect(ran.stderr).not.toContain('secret-text');
    expect(requests()).toBe(0);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  test('is run again when the target rejects the token in the middle of a run', async () => {
    const { reference, conform } = await target({ lifetimeS: 3, delayMs: 10 });
    const calls = join(folder, 'calls');
    const issuer = await oauthIssuer({ secret: 's', mint: () => reference.tokens.mint('writer') });
    closing.push(issuer.close);
    const script = `require("fs").appendFileSync(process.argv[1], "x"); fetch(process.argv[2], { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: "client_id=a&client_secret=s" }).then((one) => one.json()).then((one) => console.log(one.access_token))`;
    const ran = await conform({ writer: { tokenCommand: node(script, calls, issuer.url) } }, ['--only', 'CREATE,LIST']);
    expect(ran.stdout).toContain('conformant: ');
    expect((await readFile(calls, 'utf8')).length).toBeGreaterThan(1);
  }, 90_000);
});

describe('oauth', () => {
  const env = { CLIENT_SECRET: 'secret of: the client' };
  const client = (tokenUrl: string, clientId: string, more = {}) => ({
    oauth: { tokenUrl, clientId, clientSecret: '${env:CLIENT_SECRET}', ...more },
  });

  async function issuerOf(reference: ReturnType<typeof createReference>, more = {}) {
    const mint = (id: string) => reference.tokens.mint(id as Identity);
    const issuer = await oauthIssuer({ secret: env.CLIENT_SECRET, mint, ...more });
    closing.push(issuer.close);
    return issuer;
  }

  test.each<[string, object]>([
    ['renewed before they expire', { expiresIn: 3 }],
    ['renewed before they expire, as the token itself says', {}],
    ['renewed after a 401, because the issuer promises more', { expiresIn: 3_600 }],
  ])(
    'tokens that live 3 s are %s',
    async (_, settings) => {
      const { reference, conform } = await target({ lifetimeS: 3, delayMs: 10 });
      const { url, requests } = await issuerOf(reference, settings);
      const tokens = { writer: client(url, 'writer'), reader: client(url, 'reader') };
      const json = join(folder, 'out.json');
      const ran = await conform(tokens, ['--only', 'CREATE,LIST,AUTH', '--json', json], env);
      expect(ran.code, ran.stdout + ran.stderr).toBe(0);
      const report = JSON.parse(await readFile(json, 'utf8'));
      expect(report.durationMs).toBeGreaterThan(3_000);
      expect(report.summary.MUST).toMatchObject({ failed: 0, inconclusive: 0 });
      expect(requests.filter(({ client: one }) => one === 'writer').length).toBeGreaterThan(1);
      expect(JSON.stringify(report) + ran.stdout).not.toMatch(/eyJ\w+\.eyJ|secret of/);
    },
    90_000,
  );

  test('scope and audience are sent, and a server that wants the secret in the body gets it there', async () => {
    const { reference, conform } = await target();
    const { url, requests } = await issuerOf(reference, { only: 'post' });
    const more = { scope: 'https://graph.example/.default', audience: 'https://graph.example' };
    expect((await conform({ writer: client(url, 'writer', more) }, [], env)).code).toBe(0);
    expect(requests).toEqual(
      (['basic', 'post'] as const).map((how) => ({
        client: 'writer',
        how,
        parameters: { grant_type: 'client_credentials', ...more },
      })),
    );
  });

  test.each([
    ['', false],
    [' with a challenge', true],
  ])('a secret that the issuer rejects%s ends the run with 64, and is in no message', async (_, challenges) => {
    const { reference, conform, requests } = await target();
    const { url } = await issuerOf(reference, { challenges });
    const ran = await conform({ writer: client(url, 'writer') }, [], { CLIENT_SECRET: 'wrong-secret' });
    expect(ran).toMatchObject({ code: 64, stdout: '' });
    expect(ran.stderr).toMatch(/gives no token: it responds with 401 invalid_client: unknown secret \$CLIENT_SECRET/);
    expect(ran.stderr).not.toContain('wrong-secret');
    expect(requests()).toBe(0);
  });

  test('an issuer that cannot be reached ends the run with 69', async () => {
    const { reference, conform } = await target();
    const { url, close } = await issuerOf(reference);
    await close();
    closing.pop();
    const ran = await conform({ writer: client(url, 'writer') }, [], env);
    expect(ran).toMatchObject({
      code: 69,
      stderr: expect.stringMatching(/token endpoint .* cannot be reached: .*ECONNREFUSED/),
    });
  });

  test('an issuer that fails during the run is reported', async () => {
    const { reference, conform } = await target({ lifetimeS: 3, delayMs: 16 });
    const { url, state, requests } = await issuerOf(reference, { expiresIn: 3 });
    const afterTheFirst = setInterval(() => {
      state.isClosed = requests.length > 0;
    }, 1_000);
    const ran = await conform({ writer: client(url, 'writer') }, ['--only', 'CREATE,LIST'], env);
    clearInterval(afterTheFirst);
    expect(ran.code).toBe(2);
    expect(ran.stdout.replace(/\s+/g, ' ')).toMatch(/token of the writer could not be renewed: .* 503/);
  }, 90_000);
});
