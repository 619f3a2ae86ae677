import { appendFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReference } from '../../reference/index.js';
import { listen } from '../../reference/listen.js';
import { runCommandLine } from '../testing/run.js';
import { LedgerFile } from './ledger-file.js';
import { readLedger } from './read-ledger.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-'));
});
afterAll(() => rm(folder, { recursive: true }));

const header = { ledger: 1, started: '2026-01-02T03:04:05.678Z', pid: 1, host: 'another.example' } as const;
const started = (run: string, url = 'http://127.0.0.1:1/beta') => new LedgerFile(folder, { ...header, run, url });
const intent = (request: string) => ({ request, caller: 'writer', marks: {}, ids: [] }) as const;
const ledgers = async () => (await readdir(folder)).filter((name) => name.endsWith('.ndjson'));

test('a ledger shows what is unfinished and unanswered, whatever was being written when the run ended', async () => {
  const ledger = started('000000000001');
  for (const request of ['a', 'b', 'c']) ledger.intend(intent(request));
  ledger.created('a', ['1', '2', '3']);
  ledger.created('b', []);
  ledger.ended('1', 'final');
  ledger.ended('2', 'cancelled');
  await appendFile(ledger.file, '{"intent":{"request":"d"');
  expect(await readFile(join(folder, '.gitignore'), 'utf8')).toBe('*\n');
  const { actions, unanswered, isOver } = await readLedger(ledger.file);
  // A sweep looks once more at what was only cancelled.
  expect(actions.map(({ id }) => id)).toEqual(['2', '3']);
  expect(unanswered.map(({ request }) => request)).toEqual(['c']);
  expect(isOver).toBe(false);
  expect(ledger.close(false)).toEqual({ file: ledger.file, actions: 1, unanswered: 1 });
  await rm(ledger.file);
});

test('a ledger of which nothing is left is deleted, and a run that creates nothing has none', async () => {
  const ledger = started('000000000002');
  expect(ledger.close(false)).toBeUndefined();
  const other = started('000000000003');
  other.intend(intent('a'));
  other.created('a', ['1']);
  expect(await ledgers()).toHaveLength(1);
  other.ended('1', 'cancelled');
  expect(other.close(false)).toBeUndefined();
  expect(await ledgers()).toEqual([]);
});

test('a run deletes its ledger, which never has a token, and embedded targets have none', async () => {
  const reference = createReference();
  const tokens = await reference.tokens.mintAll();
  let written = '';
  const server = await listen({
    basePath: reference.basePath,
    fetch: async (request) => {
      for (const name of await ledgers()) written = await readFile(join(folder, name), 'utf8');
      return reference.fetch(request);
    },
  });
  const [only, ledger] = [
    ['--only', 'AUTH-12,CREATE-16', '--sequences', '0'],
    ['--ledger', folder],
  ];
  const env = { SECURITY_ACTIONS_TOKEN: tokens.writer, SECURITY_ACTIONS_NEIGHBOUR_TOKEN: tokens.neighbour };
  try {
    expect((await runCommandLine(['conform', server.url, ...only, ...ledger], { env })).code).toBe(0);
  } finally {
    await server.close();
  }
  expect(written).toContain('"caller":"neighbour"');
  expect(written).not.toContain(tokens.writer.slice(-20));
  expect(await ledgers()).toEqual([]);
  await runCommandLine(['conform', 'reference', ...only, ...ledger]);
  expect(await ledgers()).toEqual([]);
});

test.each([
  ['responds with 404', 404, 0, /^gone: 1 /m],
  ['responds with 405', 405, 1, /^left: 1 \(a cancel responds with 405, and then a get responds with 405\)/m],
  ['responds with 409', 409, 1, /^left: 1 /m],
])('a sweep of a target that %s says so', async (_, status, expected, says) => {
  const server = await listen({ basePath: '/beta', fetch: async () => Response.json({}, { status }) });
  const ledger = started('000000000004', server.url);
  ledger.intend(intent('a'));
  ledger.created('a', ['1']);
  ledger.close(false);
  try {
    const { code, stdout } = await runCommandLine(['sweep', ledger.file, '--settle', '50']);
    expect({ code, stdout }).toEqual({ code: expected, stdout: expect.stringMatching(says) });
    expect(await ledgers()).toHaveLength(expected);
  } finally {
    await server.close();
    await rm(ledger.file, { force: true });
  }
});

test('a sweep sends nothing to a remote target without permission, and explains other mistakes', async () => {
  const ledger = started('000000000005', 'https://graph.example/beta');
  ledger.intend(intent('a'));
  const remote = await runCommandLine(['sweep', ledger.file]);
  expect(remote).toMatchObject({ code: 77, stderr: expect.stringContaining('--allow-writes https://graph.example') });
  await rm(ledger.file);
  const unreachable = started('000000000006');
  unreachable.intend(intent('a'));
  expect((await runCommandLine(['sweep', unreachable.file])).code).toBe(69);
  await rm(unreachable.file);
  expect(await runCommandLine(['sweep', 'package.json'])).toMatchObject({
    code: 64,
    stderr: expect.stringContaining('is not a ledger'),
  });
  expect(await runCommandLine(['sweep', '--ledger', folder])).toMatchObject({ code: 0, stdout: /nothing to sweep/ });
});
