import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requirements } from '../../../generated/requirements.js';
import { checkFiles } from '../../checks/registry.js';
import { packageRoot } from '../../engine/package-root.js';
import { nameOf } from '../mutant.js';
import { nullServers } from '../null-servers/servers.js';
import { combinations } from '../run/combinations.js';
import { allMutants, allSituations, allVariants } from '../run/load.js';
import { filesFrom } from './files.js';
import { page } from './page.js';
import { readResults } from './results.js';

const results = await readResults();
const variants = await allVariants();
const namesOf = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name);
const combined = combinations(variants, results.seed).map((group) => namesOf(group).join(' + '));

test.each([...(await filesFrom(results))])('%s shows the last run', async (path, text) => {
  const hint = `${path} differs from results.json: run npm run selftest -- --render`;
  expect(await readFile(join(packageRoot(), path), 'utf8'), hint).toBe(text);
});

test.each([
  ['mutants', results.mutants.map(nameOf), (await allMutants()).map(nameOf)],
  ['conforming variants', results.variants.map((one) => one.variants.join()), namesOf(variants)],
  ['combinations of variants', results.combinations.map((one) => one.variants.join(' + ')), combined],
  ['situations', namesOf(results.situations), namesOf(await allSituations())],
  ['null servers', namesOf(results.nullServers), namesOf(nullServers())],
])('the last run included exactly the present %s', (_, measured, present) => {
  const hint = 'results.json is out of date: run npm run selftest -- --write';
  const notRun = present.filter((name) => !measured.includes(name));
  const removed = measured.filter((name) => !present.includes(name));
  expect({ notRun, removed }, hint).toEqual({ notRun: [], removed: [] });
  expect(measured.length, hint).toBe(present.length);
});

test('a mutant that survived and a false alarm stand on the page and in its figures', async () => {
  const [first, ...others] = results.mutants;
  const [variant, ...rest] = results.variants;
  if (!first || !variant) throw new Error('the results are empty');
  const text = page(
    {
      ...results,
      mutants: [{ ...first, killed: false }, ...others],
      variants: [{ ...variant, falseAlarms: [{ id: 'GET-1', why: 'made up' }] }, ...rest],
    },
    Object.values(requirements),
    await checkFiles(),
  );
  expect(text).toContain(`- survived: ${nameOf(first)}`);
  expect(text).toContain(`**survived**: ${first.defect}`);
  expect(text).toContain(`| ${others.filter(({ killed }) => killed).length} of ${results.mutants.length} |`);
  expect(text).toContain(`- false alarm of GET-1 on ${variant.variants.join(' + ')}: made up`);
  const alarms = rest.flatMap(({ falseAlarms }) => falseAlarms);
  expect(text).toContain(`| false alarms on variants | ${alarms.length + 1} |`);
});
