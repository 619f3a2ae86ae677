import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestId } from '../engine/http/request-id.js';
import { createReference } from '../reference/index.js';
import { listen } from '../reference/listen.js';
import { bestNullServer } from '../report/null-server-score.js';
import { main } from './program.js';
import { runCommandLine } from './testing/run.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

const json = async (file: string) => JSON.parse(await readFile(file, 'utf8'));

test('list and explain show requirements of the catalogue', async () => {
  const listed = await runCommandLine(['list', '--area', 'CREATE', '--level', 'MUST', '--json']);
  const ids = JSON.parse(listed.stdout).map(({ id }: { id: string }) => id);
  expect(ids).toContain('CREATE-16');
  expect(ids).not.toContain('CREATE-17');
  expect((await runCommandLine(['list', '--untested'])).stdout).toContain('untested: ');
  const { stdout } = await runCommandLine(['explain', 'create-16']);
  for (const part of ['CREATE-16  MUST', 'https://learn.microsoft.com/', 'Decision 0005', 'spec/decisions/0005'])
    expect(stdout).toContain(part);
});

test('explain says which case sent a client-request-id', async () => {
  const sent = requestId({ run: '0123456789ab', label: 'CREATE-16/3', number: 412 });
  const { stdout } = await runCommandLine(['explain', sent]);
  expect(stdout).toMatch(/^Request 412 of run 0123456789ab, sent by: CREATE-16, input 3\n\nCREATE-16 {2}MUST\n/);
  const audit = requestId({ run: '0123456789ab', label: 'audit', number: 7 });
  expect((await runCommandLine(['explain', audit])).stdout).toBe('Request 7 of run 0123456789ab, sent by: audit\n');
});

test('without a target both embedded targets run, each with its own report files', async () => {
  const reports = ['--json', join(folder, 'out.json'), '--junit', join(folder, 'out.xml')];
  const { code, stdout } = await runCommandLine(['conform', '--only', 'CREATE-16', ...reports, '--seed', '3']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/mock: conformant[\s\S]*reference: conformant/);
  const files = ['out.mock.json', 'out.mock.xml', 'out.reference.json', 'out.reference.xml'];
  expect((await readdir(folder)).sort()).toEqual(files);
  const report = await json(join(folder, 'out.reference.json'));
  expect(report).toMatchObject({
    schemaVersion: 2,
    seed: 3,
    target: { class: 'stateful' },
    summary: { verdict: 'conformant', MUST: { passed: 1, 'not-applicable': 0 } },
  });
  expect(report.results.find(({ id }: { id: string }) => id === 'CREATE-16')).toMatchObject({
    level: 'MUST',
    basis: 'page',
    outcome: 'passed',
  });
  expect(stdout).not.toContain('\u001b');
  const { name, passed } = bestNullServer;
  expect(stdout.split(`${name} passes ${passed.MUST} MUST requirements.`)).toHaveLength(3);
  expect(report.bestNullServer).toEqual(bestNullServer);
  expect(await readFile(join(folder, 'out.mock.xml'), 'utf8')).toContain(
    `name="bestNullServer" value="${passed.MUST} MUST`,
  );
});

test('a requirement that only one embedded target can pass gives the exit code of that target', async () => {
  const { code, stdout } = await runCommandLine(['conform', '--only', 'CREATE-9', '--quiet']);
  expect(stdout).toMatch(/^mock: inconclusive: .*\(exit 66;.*\nreference: conformant: 1 MUST requirement passed/);
  expect(code).toBe(0);
});

test('a selection of one requirement reports no other as not applicable', async () => {
  const { stdout } = await runCommandLine(['conform', 'reference', '--only', 'CREATE-16']);
  expect(stdout).toContain('reference: conformant: 1 MUST requirement passed');
  expect(stdout).not.toContain('── Not applicable');
});

test('a closed port is one line on standard error and exit code 69, and the reports are written', async () => {
  const file = join(folder, 'closed.json');
  const { code, stdout, stderr } = await runCommandLine(['conform', 'http://127.0.0.1:1/beta', '--json', file]);
  expect({ code, stderr }).toEqual({
    code: 69,
    stderr: expect.stringMatching(
      /^security-actions: the target at http:\/\/127\.0\.0\.1:1\/beta cannot be reached: .*ECONNREFUSED.*\n$/,
    ),
  });
  expect(stdout).toBe(`report written to ${file}\n`);
  expect(await json(file)).toMatchObject({ summary: { verdict: 'inconclusive' }, fault: { exitCode: 69 } });
});

test('against a remote target a notice says that only GET requests are sent', async () => {
  const allowed = ['--allow-writes', 'http://192.0.2.2'];
  const { stderr } = await runCommandLine(['conform', 'http://192.0.2.1:1/beta', '--timeout', '50', ...allowed]);
  expect(stderr).toContain(
    'http://192.0.2.1:1 is a remote target (--allow-writes names http://192.0.2.2): the kit sends it only GET requests; to allow writing requests, give --allow-writes http://192.0.2.1:1\n',
  );
});

test('serve prints tokens with which another process passes, and a wrong token is reported', async () => {
  const interrupt = new AbortController();
  let ended: Promise<number> | undefined;
  const printed = await new Promise<string>((resolve) => {
    const sink = { write: resolve, isTTY: false, columns: 100 };
    const io = { stdout: sink, stderr: sink, env: {}, interrupted: interrupt.signal };
    ended = main(['serve', '--port', '0'], io);
  });
  const served = /http:\/\/\S+/.exec(printed)?.[0] ?? '';
  const exported = printed.matchAll(/^export (\w+)='(.*)'/gm);
  const env = Object.fromEntries([...exported].map(([, name = '', value]) => [name, value]));
  expect(Object.keys(env)).toHaveLength(6);
  const right = await runCommandLine(['conform', served, '--only', 'CREATE-16,AUTH-5,AUTH-9,AUTH-13'], { env });
  expect(right).toMatchObject({ code: 0, stdout: expect.stringContaining('4 MUST requirements passed') });
  for (const token of Object.values(env)) expect(right.stdout).not.toContain(token);
  const wrong = await runCommandLine(['conform', served, '--token', 'not-a-token-of-this-server']);
  expect(wrong.code).toBe(64);
  expect(wrong.stderr).toMatch(/401.*--token or SECURITY_ACTIONS_TOKEN/);
  expect(wrong.stderr).not.toContain('not-a-token-of-this-server');
  interrupt.abort();
  expect(await ended).toBe(0);
});

test('mock prints its URL and ends when it is interrupted', async () => {
  const { code, stdout } = await runCommandLine(['mock', '--port', '0'], { until: /Ctrl-C/ });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Mock of the contract at http:\/\/127\.0\.0\.1:\d+/);
});

test.each(['mock', 'serve'])('%s reports a port that is in use', async (command) => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect(await runCommandLine([command, '--port', String(port)])).toEqual({
    code: 64,
    stdout: '',
    stderr: `security-actions: --port ${port} is already in use: choose another port, or 0 for a free one\n`,
  });
  server.close();
});

test('an interrupted run ends with 130 and writes a report without a verdict', async () => {
  const file = join(folder, 'interrupted.json');
  const reference = createReference();
  const interrupt = new AbortController();
  let requests = 0;
  const fetch = (request: Request) => {
    requests += 1;
    if (requests === 20) interrupt.abort();
    return reference.fetch(request);
  };
  const { url, close } = await listen({ ...reference, fetch });
  const { writer } = await reference.tokens.mintAll();
  const ran = await runCommandLine(['conform', url, '--json', file], {
    env: { SECURITY_ACTIONS_TOKEN: writer },
    interrupt,
  });
  await close();
  expect(ran.code).toBe(130);
  expect(ran.stderr).toMatch(/security-actions: interrupted\n$/);
  expect(requests).toBeLessThan(1_000);
  expect(await json(file)).toMatchObject({ summary: { verdict: 'inconclusive' }, fault: { exitCode: 130 } });
});
