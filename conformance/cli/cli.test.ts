import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bestNullServer } from '../report/null-server-score.js';
import type { Io } from './io.js';
import { main } from './program.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs a command line in this process; it is interrupted when its output matches `until`. */
async function run(argv: readonly string[], { env = {}, until }: { env?: Io['env']; until?: RegExp } = {}) {
  const interrupt = new AbortController();
  const text = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    write: (more: string) => {
      text[name] += more;
      if (until?.test(text[name])) interrupt.abort();
    },
    isTTY: false,
    columns: 100,
  });
  const code = await main(argv, {
    stdout: output('stdout'),
    stderr: output('stderr'),
    env,
    interrupted: interrupt.signal,
  });
  return { code, ...text };
}

const url = 'http://127.0.0.1:9/beta';

describe('a mistake in the command line is told before anything is sent', () => {
  test.each<[string[], number, RegExp]>([
    [['conform', 'refrence'], 64, /did you mean reference\?/],
    [['conform', 'localhost:3000/beta'], 64, /no scheme: .*http:\/\/localhost:3000\/beta/],
    [['conform', 'ftp://127.0.0.1/beta'], 64, /scheme ftp: expected http or https/],
    [['conform', 'http://user:pass@127.0.0.1/beta'], 64, /credentials/],
    [['conform', `${url}?a=1`], 64, /query or fragment/],
    [
      ['conform', `${url}/security/securityActions`],
      64,
      /base URL before \/security, which is http:\/\/127\.0\.0\.1:9\/beta/,
    ],
    [['conform', '--only', 'NOPE-1'], 64, /nothing is called "NOPE-1".*CREATE.*MUST/],
    [['conform', '--only', 'CREATE-999'], 64, /CREATE has CREATE-1 to CREATE-\d+/],
    [['conform', '--only', 'LISTS'], 64, /did you mean LIST/],
    [['conform', '--only', 'HTTP-12,RESOURCE-16'], 66, /no requirement with a check/],
    [['conform', 'reference', '--token', 'abc'], 64, /--token is for a target given by its URL/],
    [['conform', url, '--token', 'Bearer abc'], 64, /--token begins with "Bearer "/],
    [['conform', url, '--reader-token', 'a\nb'], 64, /--reader-token has white space/],
    [['conform', '--offers', 'topp'], 64, /--offers: there is no feature "topp": did you mean top/],
    [['conform', '--offers', 'top', '--lacks', 'top'], 64, /--offers and with --lacks/],
    [['conform', '--allow-writes', 'https://h.example/x'], 64, /not an origin/],
    [['conform', '--seed', 'abc'], 64, /--seed <number>' argument 'abc' is invalid.*whole number/],
    [['conform', '--concurrency', '0'], 64, /from 1 to 256/],
    [['conform', '--races', 'many'], 64, /--races <number>' argument 'many' is invalid/],
    [
      ['conform', '--json', '/nowhere/at/all.json'],
      64,
      /--json "\/nowhere\/at\/all\.mock\.json" cannot be written: the folder/,
    ],
    [['conform', '--json', 'a', '--junit', 'a'], 64, /each its own file/],
    [['conform', '--verbose', '--quiet'], 64, /contradict/],
    [['conform', '--bogus'], 64, /unknown option '--bogus'/],
    [['bogus'], 64, /unknown command 'bogus'/],
    [[], 64, /Usage: security-actions/],
    [['explain', 'CREATE-999'], 64, /no requirement "CREATE-999"/],
    [['list', '--level', 'MUSST'], 64, /--level: there is no "MUSST": did you mean MUST\?/],
    [['serve', '--throttle', '5'], 64, /such as 100\/1/],
    [['mock', '--port', '70000'], 64, /from 0 to 65535/],
  ])('%j', async (argv, code, message) => {
    const ran = await run(argv, { env: { SECURITY_ACTIONS_TOKEN: 'ignored-where-it-is-not-needed' } });
    expect(ran.stderr).toMatch(message);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code, stdout: '' });
  });

  test('a wrong token is not repeated', async () => {
    expect((await run(['conform', url, '--token', 'Bearer s3cret'])).stderr).not.toContain('s3cret');
  });
});

test.each([
  [['--help']],
  [['conform', '--help']],
  [['mock', '--help']],
  [['serve', '--help']],
  [['list', '--help']],
  [['explain', '--help']],
])('%j helps', async (argv) => {
  const { code, stdout, stderr } = await run(argv);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^Usage: security-actions/);
});

test('list and explain show what the catalogue holds', async () => {
  const listed = await run(['list', '--area', 'CREATE', '--level', 'MUST', '--json']);
  const ids = JSON.parse(listed.stdout).map(({ id }: { id: string }) => id);
  expect(ids).toContain('CREATE-16');
  expect(ids).not.toContain('CREATE-17');
  expect((await run(['list', '--untested'])).stdout).toContain('untested: ');
  const { stdout } = await run(['explain', 'create-16']);
  for (const part of ['CREATE-16  MUST', 'resource-published', 'spec/decisions/0005', 'is the only required property'])
    expect(stdout).toContain(part);
});

test('both embedded targets are run in turn, each with its own report files', async () => {
  const file = join(folder, 'out.json');
  const { code, stdout } = await run([
    'conform',
    '--only',
    'CREATE-16',
    '--json',
    file,
    '--junit',
    join(folder, 'out.xml'),
    '--seed',
    '3',
  ]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/mock: conformant[\s\S]*reference: conformant/);
  expect((await readdir(folder)).sort()).toEqual([
    'out.mock.json',
    'out.mock.xml',
    'out.reference.json',
    'out.reference.xml',
  ]);
  const report = JSON.parse(await readFile(join(folder, 'out.reference.json'), 'utf8'));
  expect(report).toMatchObject({
    schemaVersion: 1,
    seed: 3,
    target: { class: 'stateful' },
    summary: { verdict: 'conformant', MUST: { passed: 1 } },
  });
  expect(report.results.find(({ id }: { id: string }) => id === 'CREATE-16')).toMatchObject({
    level: 'MUST',
    basis: 'page',
    outcome: 'passed',
  });
  expect(stdout).not.toContain('\u001b');
  const { name, passed } = bestNullServer;
  expect(stdout.split(`holds at best ${passed.MUST} MUST (${name} answered to everything)`)).toHaveLength(3);
  expect(report.bestNullServer).toEqual(bestNullServer);
  expect(await readFile(join(folder, 'out.mock.xml'), 'utf8')).toContain(
    `name="bestNullServer" value="${passed.MUST} MUST`,
  );
});

test('a closed port is one clear line and exit 69, with the reports', async () => {
  const json = join(folder, 'closed.json');
  const { code, stdout, stderr } = await run(['conform', 'http://127.0.0.1:1/beta', '--json', json]);
  expect({ code, stderr }).toEqual({
    code: 69,
    stderr: expect.stringMatching(
      /^security-actions: the target at http:\/\/127\.0\.0\.1:1\/beta cannot be reached: .*ECONNREFUSED.*\n$/,
    ),
  });
  expect(stdout).toBe(`written: ${json}\n`);
  expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({
    summary: { verdict: 'inconclusive' },
    fault: { exitCode: 69 },
  });
});

test('a target beyond this machine is only read, which is said', async () => {
  const { stderr } = await run([
    'conform',
    'http://192.0.2.1:1/beta',
    '--timeout',
    '50',
    '--allow-writes',
    'http://192.0.2.2',
  ]);
  expect(stderr).toMatch(/only names|it is only read; allow writes with --allow-writes http:\/\/192\.0\.2\.1:1/);
});

test('serve gives a token for each identity, with which a run in another place does as well', async () => {
  let finish: () => void = () => undefined;
  const ready = new Promise<string>((resolve) => {
    const interrupt = new AbortController();
    finish = () => interrupt.abort();
    const sink = { write: (text: string) => resolve(text), isTTY: false, columns: 100 };
    void main(['serve', '--port', '0'], { stdout: sink, stderr: sink, env: {}, interrupted: interrupt.signal });
  });
  const printed = await ready;
  const served = /http:\/\/\S+/.exec(printed)?.[0] ?? '';
  const env = Object.fromEntries(
    [...printed.matchAll(/^export (\w+)='(.*)'/gm)].map(([, name = '', value]) => [name, value]),
  );
  expect(Object.keys(env)).toHaveLength(6);
  const right = await run(['conform', served, '--only', 'CREATE-16,AUTH-5,AUTH-9,AUTH-13'], { env });
  expect(right).toMatchObject({ code: 0, stdout: expect.stringContaining('4 MUST passed') });
  for (const token of Object.values(env)) expect(right.stdout).not.toContain(token);
  const wrong = await run(['conform', served, '--token', 'not-a-token-of-this-server'], {});
  expect(wrong).toMatchObject({
    code: 64,
    stderr: expect.stringContaining(
      "refuses the writer's token with 401: check that --token or SECURITY_ACTIONS_TOKEN",
    ),
  });
  finish();
});

test('mock says where it is and ends when it is interrupted; a port in use is told', async () => {
  const { code, stdout } = await run(['mock', '--port', '0'], { until: /Ctrl-C/ });
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^mock of the contract at http:\/\/127\.0\.0\.1:\d+/),
  });
});

test('an interrupted run ends with 130 and says that it has no verdict', async () => {
  const json = join(folder, 'interrupted.json');
  const interrupt = new AbortController();
  const sink = { write: () => undefined, isTTY: false, columns: 100 };
  setTimeout(() => interrupt.abort(), 150);
  const code = await main(['conform', 'reference', '--json', json], {
    stdout: sink,
    stderr: sink,
    env: {},
    interrupted: interrupt.signal,
  });
  expect(code).toBe(130);
  if (existsSync(json)) expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({ fault: { exitCode: 130 } });
});
