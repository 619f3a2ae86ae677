import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Difference, differenceOf } from '../../compare/difference.js';
import { readRun } from '../../compare/read-run.js';
import { selection } from '../../engine/run/selection.js';
import { drawFrom } from '../../engine/world/draw.js';
import { type Mutant, nameOf } from '../mutant.js';
import { allMutants, allVariants } from '../run/load.js';
import type { Difference as ServerDifference } from '../server/difference.js';
import { serverWith } from '../server/server.js';
import { recordRun } from './recorded-run.js';

/** Runs in full, which take minutes: `npm run records`. */
const testMany = test.runIf(process.env.MODE === 'records');

/** Requirements of a short run. */
const some = ['CREATE-16', 'GET-1', 'GET-3', 'LIST-1'];

let folder: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diff-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Records a run of the reference with these differences. Returns the file of the record. */
async function record(
  differences: readonly ServerDifference[],
  seed: number,
  only?: readonly string[],
): Promise<string> {
  const path = join(folder, `${++count}.ndjson`);
  const { target, options } = await serverWith(differences, { seed });
  const settings = only ? { ...options, sequences: 0, only: selection(only) } : { ...options, sequences: 12 };
  await recordRun(path, target, settings);
  return path;
}

async function difference(a: string, b: string): Promise<Difference> {
  return differenceOf(await readRun(a), await readRun(b));
}

const variant = async (name: string) => {
  const found = (await allVariants()).find((one) => one.name === name);
  if (!found) throw new Error(`there is no conforming variant "${name}"`);
  return found.difference();
};

const none = { verdicts: [], behaviour: [] };

/** Conforming variants, and what their difference says about the behaviour. */
const visible: readonly (readonly [name: string, what: string, before: string, after: string])[] = [
  ['an invalid body is rejected with 422', 'the response to create', '400 application/json', '422 application/json'],
  [
    'the content type of JSON has no charset',
    'the header field `content-type`',
    'application/json; charset=utf-8',
    'application/json',
  ],
  ['pages have 10 elements', 'the page size of a list', '100', '10'],
  ['lists begin with the newest action', 'the order of a list', 'oldest first', 'newest first'],
  ['every object has an additional member', 'the member `xExtra`', 'absent', 'an object'],
  ['cancel responds with 200 without a body', 'the response to cancel', '204', '200'],
];

test('seeds of one server show no difference, and a variant shows its behaviour under the same outcomes', async () => {
  const reference = await record([], 1, some);
  expect(await difference(reference, await record([], 2, some))).toMatchObject(none);
  for (const [name, what, before, after] of visible.slice(0, 2)) {
    const { behaviour, verdicts } = await difference(reference, await record([await variant(name)], 3, some));
    expect(verdicts, name).toEqual([]);
    expect(behaviour, name).toMatchObject([{ what, before: [before], after: [after] }]);
  }
}, 120_000);

testMany(
  'four seeds of the reference show no difference in full',
  async () => {
    const reference = await record([], 1);
    for (const seed of [2, 3, 4])
      expect(await difference(reference, await record([], seed)), String(seed)).toMatchObject(none);
  },
  600_000,
);

testMany.each([
  ['that moves actions by itself', { options: { advanceAfter: 25 } }],
  ['with ids in another order', 'lists are in the order of ids'],
  ['that trims fractions', 'fractions have no trailing zeros'],
])(
  'two seeds of a server %s show no difference',
  async (_, how) => {
    const server = async () => [typeof how === 'string' ? await variant(how) : how];
    expect(await difference(await record(await server(), 1), await record(await server(), 2))).toMatchObject(none);
  },
  600_000,
);

testMany(
  'variants show their behaviour',
  async () => {
    const reference = await record([], 1);
    for (const [name, what, before, after] of visible) {
      const { behaviour } = await difference(reference, await record([await variant(name)], 2));
      expect(behaviour, name).toContainEqual(expect.objectContaining({ what, after: expect.arrayContaining([after]) }));
      expect(
        behaviour.flatMap((one) => one.before),
        name,
      ).toContain(before);
    }
  },
  600_000,
);

/** Mutants of all areas in turn, drawn from a seed. */
async function drawnMutants(number: number, seed: number): Promise<readonly Mutant[]> {
  const mutants = await allMutants();
  const areaOf = ({ requirement }: Mutant) => requirement.split('-', 1)[0];
  const areas = [...new Set(mutants.map(areaOf))];
  const draw = drawFrom(seed, 'mutants');
  return Array.from({ length: number }, (_, index) => {
    const own = mutants.filter((one) => areaOf(one) === areas[index % areas.length]);
    return own.splice(draw.integer(own.length), 1);
  }).flat();
}

testMany(
  'each of twenty mutants shows the requirement that it breaks or its behaviour',
  async () => {
    const reference = await record([], 1);
    const named: string[] = [];
    for (const [index, mutant] of (await drawnMutants(20, 1)).entries()) {
      const { verdicts, behaviour } = await difference(reference, await record([mutant.difference()], index + 2));
      expect(verdicts.length + behaviour.length, nameOf(mutant)).toBeGreaterThan(0);
      if (verdicts.some(({ id }) => id === mutant.requirement)) named.push(mutant.requirement);
    }
    // Races and sequences depend on chance.
    expect(named.length).toBeGreaterThanOrEqual(18);
  },
  1_200_000,
);
