import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommandLine } from '../../cli/testing/run.js';
import { createReference } from '../../reference/index.js';
import { listen } from '../../reference/listen.js';
import { everyEdit } from './every-edit.js';
import { joined, plainLines } from './tampered.js';

/** What `docs/records.md` says is not found, by the name of the edit. */
const documented: readonly RegExp[] = [
  // Only the order of times is certain.
  /^exchange\.(startedAt|endedAt) (more|less)$/,
  /^played\.(endedAt|readings\.\*) (more|less)$/,
  /^(header\.startedAt another digit|given\.began (more|less)|finished\.durationMs (more|less))$/,
  // No result depends on versions, sources and secrets.
  /^header\.(kit\.version|node|platform) (longer|another digit)$/,
  /^header\.settings\.(\w+\.from (longer|another digit)|seed removed|only\.value (reversed|longer))$/,
  /^header\.settings\.\w*[tT]oken(\.value \w+| removed)$/,
  /^header\.secrets (reversed|shorter)$|^header\.secrets\.\* removed$/,
  /^header\.secrets\.\*\.(name longer|fingerprint another digit)$/,
  /^given\.known\.claims/,
  /^scanned\.(secrets more|spellings (more|less)|files reversed)$|^scanned\.files\.\*\.bytes/,
  // A result does not depend on every part of a response.
  /^exchange\.response\.(status more|headers|body)/,
  /^finished\.notices longer$/,
];

let folder: string;
let record: string;
let close: () => Promise<void>;

/** A run with a failed requirement, declared features, values that the target requires, and a header field for a gateway. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edited-'));
  record = join(folder, 'run.ndjson');
  const reference = createReference({ seed: 1 });
  const tokens = await reference.tokens.mintAll();
  const failing = async (request: Request) => {
    const response = await reference.fetch(request);
    return response.status === 404 ? new Response(null, { status: 410, headers: response.headers }) : response;
  };
  const server = await listen({ fetch: failing, basePath: reference.basePath });
  close = server.close;
  const env = { SECURITY_ACTIONS_TOKEN: tokens.writer, SECURITY_ACTIONS_READER_TOKEN: tokens.reader };
  const options =
    '--offers update --lacks count --vendor Microsoft --action-name BlockIp --parameters IP=192.0.2.1 --settle 50'.split(
      ' ',
    );
  const only = [
    '--only',
    'CREATE-39,GET-1,GET-3,UPDATE-1',
    '--sequences',
    '0',
    '--header',
    'X-Gateway: k3y-0123456789',
  ];
  await runCommandLine(['conform', server.url, ...only, ...options, '--seed', '3', '--record', record, '--quiet'], {
    env,
  });
});
afterAll(async () => {
  await close();
  await rm(folder, { recursive: true });
});

const isFound = async (path: string) => (await runCommandLine(['verify', path])).code !== 0;

/** The edits that are not found, and of which the documentation does not say so. */
async function missedOf(isTried: (name: string) => boolean): Promise<readonly string[]> {
  const lines = (await readFile(record, 'utf8')).trimEnd().split('\n');
  expect(await isFound(record)).toBe(false);
  const edited = join(folder, 'edited.ndjson');
  const missed: string[] = [];
  for (const { name, line, text } of everyEdit(plainLines(lines))) {
    if (!isTried(name) || documented.some((one) => one.test(name))) continue;
    const anew = joined((all) => all.with(line, text), lines);
    await writeFile(edited, `${anew.join('\n')}\n`);
    if (!(await isFound(edited))) missed.push(`${name}: ${text.slice(0, 200)}`);
  }
  return missed;
}

/** Edits of different kinds, which take a second. */
const some = [
  'header.kit.name longer',
  'header.settings.header removed',
  'header.settings.only.value shorter',
  'given.declared.offers shorter',
  'given.routing removed',
  'played.readings longer',
  'finished.durationMs removed',
  'scanned.files longer',
];

test('an edit of a member is found', async () => {
  const tried: string[] = [];
  const isTried = (name: string) => some.includes(name) && tried.push(name) > 0;
  expect(await missedOf(isTried)).toEqual([]);
  expect(tried.toSorted()).toEqual(some.toSorted());
}, 20_000);

/** All of them take minutes: `npm run records`. */
const testAll = test.runIf(process.env.MODE === 'records');

testAll(
  'every edit of every member is found, unless the documentation says why it is not',
  async () => {
    expect(await missedOf(() => true)).toEqual([]);
  },
  1_200_000,
);
