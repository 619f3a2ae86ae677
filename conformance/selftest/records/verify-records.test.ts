import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FetchHandler } from '../../engine/http/transport/handler.js';
import type { RunOptions } from '../../engine/options.js';
import { selection } from '../../engine/run/selection.js';
import type { Target } from '../../engine/target.js';
import { embeddedTarget } from '../../targets.js';
import { inspect } from '../../verify/integrity.js';
import { verify } from '../../verify/verify.js';
import { nullServers } from '../null-servers/servers.js';
import { allMutants } from '../run/load.js';
import { serverWith } from '../server/server.js';
import { recordRun } from './recorded-run.js';
import { joined, tampered, writtenAnew } from './tampered.js';

/** Requirements whose cases read the clock, wait, race, draw unknown ids and send forged tokens, and one of the audit. */
const names =
  'CREATE-1,CREATE-39,AUTH-2,GET-1,GET-3,UPDATE-1,LIFECYCLE-2,LIFECYCLE-3,LIFECYCLE-11,LIFECYCLE-16,LIST-6,RESOURCE-18';
const only = selection(names.split(','));

/** More runs, which take minutes: `npm run records`. */
const testMany = test.runIf(process.env.MODE === 'records');

let folder: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Records a run; returns the file of the record. */
async function record({ target, options }: { target: Target; options: RunOptions }): Promise<string> {
  const path = join(folder, `${++count}.ndjson`);
  await recordRun(path, target, { ...options, only, sequences: 12, concurrency: 8 });
  return path;
}

const failedIn = async (path: string) =>
  (await readFile(path, 'utf8')).split('\n').filter((line) => line.includes('"outcome":"failed"')).length;

test('the results of a recorded run of the reference and of the mock are derived again', async () => {
  const reference = await record(await serverWith([], { seed: 3 }));
  expect(await verify(reference)).toMatchObject({ differences: [], results: expect.any(Number) });
  const { target, close } = await embeddedTarget('mock');
  const { options } = await serverWith([]);
  const mock = await record({ target, options });
  await close();
  expect((await verify(mock)).differences).toEqual([]);
}, 120_000);

test('what was decided until a run was killed is derived again', async () => {
  const path = await record(await serverWith([], { seed: 3 }));
  const lines = (await readFile(path, 'utf8')).split('\n');
  const isPassed = (line: string) => line.startsWith('{"type":"decided"') && line.includes('"outcome":"passed"');
  const passed = lines.flatMap((line, index) => (isPassed(line) ? [index] : []));
  for (const end of passed.slice(0, 3)) {
    await writeFile(path, `${lines.slice(0, end + 1).join('\n')}\n`);
    expect((await verify(path)).differences).toEqual([expect.stringContaining('the record is incomplete')]);
  }
}, 60_000);

const slow = { advanceAfter: 2 };
const throttled = { throttle: { requests: 40, perMs: 200, retryAfterSeconds: 0 } };

test.each([
  ['that moves actions by itself', { options: slow }],
  ['that throttles', { options: throttled, run: { patienceMs: 20_000 } }],
])(
  'the results of a target %s are derived again',
  async (_, difference) => {
    const path = await record(await serverWith([difference]));
    expect((await verify(path)).differences).toEqual([]);
  },
  120_000,
);

testMany(
  'the results of null servers are derived again',
  async () => {
    for (const { name, fetch } of nullServers().slice(0, 4)) {
      const { target, options } = await serverWith([]);
      const path = await record({ target: { ...target, fetch }, options });
      expect((await verify(path)).differences, name).toEqual([]);
    }
  },
  120_000,
);

testMany(
  'the results of ten mutants are derived again, and some of them fail',
  async () => {
    const concerned = (await allMutants()).filter(({ requirement }) => names.split(',').includes(requirement));
    const step = Math.floor(concerned.length / 10);
    let failed = 0;
    for (let index = 0; index < 10; index++) {
      const mutant = concerned[index * step];
      if (!mutant) continue;
      const path = await record(await serverWith([mutant.difference()], { seed: index }));
      expect((await verify(path)).differences, mutant.defect).toEqual([]);
      failed += await failedIn(path);
    }
    expect(failed).toBeGreaterThan(5);
  },
  300_000,
);

test('the results of a mutant are derived again, and an edited one is found out', async () => {
  const mutant = (await allMutants()).find(({ requirement }) => requirement === 'CREATE-39');
  const path = await record(await serverWith(mutant ? [mutant.difference()] : []));
  expect((await verify(path)).differences).toEqual([]);
  expect(await failedIn(path)).toBeGreaterThan(0);
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('"outcome":"failed"', '"outcome":"passed"'));
  expect((await verify(path)).differences).not.toEqual([]);
}, 60_000);

test('a notice that the exchanges give is found out where it was removed', async () => {
  let patches = 0;
  const failsOnce = (inner: FetchHandler) => async (request: Request) =>
    request.method === 'PATCH' && ++patches === 5 ? new Response(null, { status: 500 }) : inner(request);
  const path = await record(await serverWith([{ fetch: failsOnce }], { seed: 3 }));
  expect((await verify(path)).differences).toEqual([]);
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
  const removed = joined(
    (all) =>
      all.map((line) => (line.startsWith('{"type":"finished"') ? line.replace(/"1 input met [^"]*"/, '') : line)),
    lines,
  );
  expect(removed).not.toEqual(lines);
  await writeFile(path, `${removed.join('\n')}\n`);
  expect((await verify(path)).differences).toEqual([expect.stringContaining('does not have the notice "1 input met')]);
}, 60_000);

test('a record that was written anew has the same values and another digest, and one with other line ends is found out', async () => {
  const path = await record(await serverWith([], { seed: 3 }));
  const { digest } = await verify(path);
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
  await writeFile(path, `${joined(writtenAnew, lines).join('\n')}\n`);
  const again = await verify(path);
  expect(again.differences).toEqual([]);
  expect(again.digest).not.toBe(digest);
  await writeFile(path, `${lines.join('\r\n')}\r\n`);
  expect((await inspect(path)).differences[0]).toContain('its digest does not continue the one before');
}, 60_000);

testMany(
  'a record that was changed is found out, even where all digests were made anew',
  async () => {
    const path = await record(await serverWith([], { seed: 3 }));
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    const file = join(folder, 'tampered.ndjson');
    const unnoticed: string[] = [];
    for (const [name, change] of Object.entries(tampered)) {
      const anew = joined(change, lines);
      expect(anew, name).not.toEqual(lines);
      await writeFile(file, `${anew.join('\n')}\n`);
      if ((await differences(file)).length === 0) unnoticed.push(name);
      await writeFile(file, `${change(lines).join('\n')}\n`);
      // The digests are read before anything is played again.
      if ((await differences(file, inspect)).length === 0) unnoticed.push(`${name}, with the digests of before`);
    }
    expect(unnoticed).toEqual([]);
  },
  600_000,
);

/** What is wrong with a record; one that does not begin as a record is rejected. */
async function differences(path: string, read: typeof verify | typeof inspect = verify): Promise<readonly string[]> {
  return read(path).then(
    (verification) => verification.differences,
    (error: Error) => [error.message],
  );
}
