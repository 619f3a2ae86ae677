import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunOptions } from '../../../engine/options.js';
import { selection } from '../../../engine/run/selection.js';
import type { Shard } from '../../../engine/run/shard.js';
import { merge } from '../../../merge/merge.js';
import { runOfRecord } from '../../../record/run-of-record.js';
import { verify } from '../../../verify/verify.js';
import { recordRun } from '../../records/recorded-run.js';
import { joined } from '../../records/tampered.js';
import type { Difference } from '../../server/difference.js';
import { serverWith } from '../../server/server.js';
import { allMutants } from '../load.js';

/** Whole runs, which take minutes: `npm run records`. */
const testMany = test.runIf(process.env.MODE === 'records');
/** Cases of several operations, rules, and requirements of sequences and of the audit. */
const some = ['CREATE-16', 'GET-3', 'LIST-1', 'UPDATE-6', 'LIFECYCLE-7', 'HTTP-5', 'RESOURCE-2'];
const few: Partial<RunOptions> = { only: selection(some), sequences: 4 };

let folder: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shards-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Records a run of one part against a server of its own; returns the file and the number of requests. */
async function record(shard: Shard | undefined, options: Partial<RunOptions>, difference?: () => Difference, seed = 1) {
  const path = join(folder, `${++count}.ndjson`);
  const server = await serverWith(difference ? [difference()] : [], { seed, ...options, ...(shard && { shard }) });
  // The selection is a function.
  const { only: _, ...values } = options;
  const settings = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, from: 'flag' }]));
  const requests = await recordRun(path, server.target, server.options, settings);
  return { path, requests };
}

async function parts(of: number, options: Partial<RunOptions>, difference?: () => Difference) {
  const all: Awaited<ReturnType<typeof record>>[] = [];
  for (let part = 1; part <= of; part++) all.push(await record({ part, of }, options, difference));
  return all;
}

/** The outcome of each requirement, and the verdict. */
async function outcomes(path: string) {
  const { run: recorded } = await runOfRecord(path);
  const { verdict, exitCode, tally } = recorded.finished ?? {};
  const results = recorded.results.map(({ id, outcome }) => `${id} ${outcome}`);
  return { verdict, exitCode, tally, results: results.toSorted() };
}

/** Compares a run with the run that its parts are merged to. */
async function expectSame(ofs: readonly number[], options: Partial<RunOptions>, difference?: () => Difference) {
  const whole = await record(undefined, options, difference);
  for (const of of ofs) {
    const some = await parts(of, options, difference);
    const merged = join(folder, `merged-${count}.ndjson`);
    // The order in which the records are given does not matter.
    const exitCode = await merge(some.map(({ path }) => path).reverse(), merged);
    const expected = await outcomes(whole.path);
    expect(await outcomes(merged)).toEqual(expected);
    expect(exitCode).toBe(expected.exitCode);
    expect((await verify(merged)).differences).toEqual([]);
    const sent = some.map(({ requests }) => requests);
    // A part whose rule has nothing to judge plays more, and each part probes the target.
    if (!difference) expect(sent.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(1.15 * whole.requests + 50 * of);
  }
}

test('the parts of a run of the reference are even, and merge to its verdict', async () => {
  await expectSame([1, 2, 4], few);
});

const killed = ['GET-3', 'UPDATE-6', 'RESOURCE-2'].map((id) => [id] as const);
test.each(killed)('a mutant of %s has the same outcomes from two parts', async (id) => {
  const mutant = (await allMutants()).find(({ requirement }) => requirement === id);
  await expectSame([2], few, mutant?.difference);
});

test('records that are not the parts of one run are refused', async () => {
  const options = { ...few, sequences: 0, audit: false, only: selection(['GET-1', 'GET-3', 'HTTP-1']) };
  const [first, second] = (await parts(2, options)).map(({ path }) => path) as [string, string];
  const out = join(folder, 'out.ndjson');
  const refused = (paths: readonly string[]) => expect(merge(paths, out)).rejects;
  await refused([first]).toThrow(/part 2 of 2 is missing/);
  await refused([first, first, second]).toThrow(/are both part 1 of 2/);
  const whole = await record(undefined, options);
  await refused([first, whole.path]).toThrow(/has a whole run: expected one that conform --shard has written/);
  const other = await record({ part: 2, of: 2 }, options, undefined, 2);
  await refused([first, other.path]).toThrow(/different seeds: 1 and 2/);
  const three = await record({ part: 3, of: 3 }, options);
  await refused([first, three.path]).toThrow(/different numbers of parts: 2 and 3/);
  const races = await record({ part: 2, of: 2 }, { ...options, races: 2 });
  await refused([first, races.path]).toThrow(/different settings of races/);
  const digest = await edited(second, (line) =>
    line
      .replace(/"contract":"."/, '"contract":"0"')
      .replace(/"contract":"[0-9a-f]{64}"/, `"contract":"${'0'.repeat(64)}"`),
  );
  await refused([first, digest]).toThrow(/different contracts/);
  const target = await edited(second, (line) =>
    line.replaceAll('http://reference.example/beta', 'http://other.example/beta'),
  );
  await refused([first, target]).toThrow(/different targets/);
  const cut = join(folder, 'cut.ndjson');
  await writeFile(cut, (await readFile(second, 'utf8')).split('\n').slice(0, -3).join('\n'));
  await refused([first, cut]).toThrow(/the record is incomplete/);
  await merge([first, second], out);
  await expect(merge([out], `${out}.again`)).rejects.toThrow(/was merged already/);
  await expect(merge([first, second], first)).rejects.toThrow(/it is one of the records to merge/);
});

test('a merged record with another outcome does not verify', async () => {
  const options = { ...few, sequences: 0, audit: false, only: selection(['GET-3', 'HTTP-1']) };
  const mutant = (await allMutants()).find(({ requirement }) => requirement === 'GET-3');
  const some = (await parts(2, options, mutant?.difference)).map(({ path }) => path);
  const merged = join(folder, 'forged.ndjson');
  expect(await merge(some, merged)).toBe(1);
  const forged = await edited(merged, (line) =>
    line.startsWith('{"type":"decided","result":{"id":"GET-3"') ? line.replace('"failed"', '"passed"') : line,
  );
  expect((await verify(forged)).differences).toContain(
    'GET-3: the outcome is passed in the record, but the exchanges give failed',
  );
});

/** A copy of a record with other lines, whose digests fit them. */
async function edited(path: string, edit: (line: string) => string): Promise<string> {
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
  const copy = `${path}.edited`;
  await writeFile(copy, `${joined((plain) => plain.map(edit), lines).join('\n')}\n`);
  return copy;
}

testMany(
  'whole runs of the reference and of mutants have the outcomes of their parts',
  { timeout: 1_200_000 },
  async () => {
    await expectSame([2, 4], {});
    await expectSame([1, 2, 4], { effort: 'smoke', sequences: 0, audit: false });
    const mutants = (await allMutants()).filter((_, index) => index % 90 === 7);
    for (const { difference } of mutants) await expectSame([2, 4], {}, difference);
  },
);
