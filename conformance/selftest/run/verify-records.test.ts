import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allChecks } from '../../checks/registry.js';
import type { RunOptions } from '../../engine/options.js';
import { run } from '../../engine/run/run.js';
import { selection } from '../../engine/run/selection.js';
import type { Target } from '../../engine/target.js';
import { sequences } from '../../explore/sequences/index.js';
import { chained, chainStart, unchained } from '../../record/chain.js';
import { headerOf } from '../../record/header.js';
import { RecordFile } from '../../record/record-file.js';
import { embeddedTarget } from '../../targets.js';
import { verify } from '../../verify/verify.js';
import { nullServers } from '../null-servers/servers.js';
import { serverWith } from '../server/server.js';
import { allMutants } from './load.js';

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
  const file = new RecordFile(path, headerOf({ target: target.name, settings: {}, secrets: [] }));
  const settings = { ...options, only, sequences: 12, concurrency: 8 };
  await run(await allChecks(), target, settings, (event) => file.add(event), [sequences]).catch(() => undefined);
  file.end();
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

type Lines = readonly string[];
const place = (lines: Lines, part: string) => lines.findIndex((line) => line.includes(part));
const changed = (lines: Lines, part: string, change: (line: string) => string) =>
  lines.map((line, index) => (index === place(lines, part) ? change(line) : line));
const without = (lines: Lines, at: number) => lines.filter((_, index) => index !== at);

const lateCreate = '"case":"CREATE-39","input":"","number"';

const tampered: readonly (readonly [string, (lines: Lines) => Lines])[] = [
  [
    'an edited result',
    (lines) => changed(lines, '"id":"GET-3"', (line) => line.replace('"outcome":"passed"', '"outcome":"failed"')),
  ],
  [
    'an edited decision',
    (lines) => changed(lines, '"type":"played","world":"GET-1/', (line) => line.replace('"passed"', '"inconclusive"')),
  ],
  ['a changed response', (lines) => changed(lines, lateCreate, (line) => line.replace('"status":201', '"status":500'))],
  [
    'a changed body',
    (lines) =>
      changed(lines, lateCreate, (line) => line.replace(/createdDateTime\\":\\"2\d\d\d/, 'createdDateTime\\":\\"2001')),
  ],
  [
    'a changed request',
    (lines) => changed(lines, lateCreate, (line) => line.replace('"method":"POST"', '"method":"PUT"')),
  ],
  ['a removed exchange', (lines) => without(lines, place(lines, lateCreate))],
  ['a removed world', (lines) => lines.filter((line) => !line.includes('"world":"CREATE-39/0"'))],
  [
    'exchanges in another order',
    (lines) => {
      const at = place(lines, lateCreate);
      return [...lines.slice(0, at), lines[at + 1] ?? '', lines[at] ?? '', ...lines.slice(at + 2)];
    },
  ],
  [
    'a repeated exchange',
    (lines) => lines.flatMap((line, index) => (index === place(lines, lateCreate) ? [line, line] : [line])),
  ],
  ['a removed result', (lines) => without(lines, place(lines, '"id":"GET-3"'))],
  ['another seed', (lines) => lines.map((line) => line.replaceAll('"seed":3', '"seed":4'))],
  [
    'a changed clock',
    (lines) =>
      changed(lines, '"type":"played","world":"CREATE-39/0"', (line) =>
        line.replace(/1[67]\d{11}|1[89]\d{11}/, '946684800000'),
      ),
  ],
  [
    'an edited verdict',
    (lines) => changed(lines, '"type":"finished"', (line) => line.replace('"conformant"', '"failures"')),
  ],
  ['a cut end', (lines) => lines.slice(0, -2)],
];

testMany(
  'a record that was changed is found out, even where all digests were made anew',
  async () => {
    const path = await record(await serverWith([], { seed: 3 }));
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    for (const [name, change] of tampered) {
      const plain = change(lines.map((line) => unchained(line)?.json ?? ''));
      let before = chainStart;
      const anew = plain.map((json) => {
        const { text, chain } = chained(json, before);
        before = chain;
        return text;
      });
      const file = join(folder, 'tampered.ndjson');
      await writeFile(file, `${anew.join('\n')}\n`);
      expect(anew, name).not.toEqual(lines);
      expect((await verify(file)).differences, name).not.toEqual([]);
      const untouched = change(lines);
      await writeFile(file, `${untouched.join('\n')}\n`);
      expect((await verify(file)).differences, `${name}, with the digests of before`).not.toEqual([]);
    }
  },
  300_000,
);
