// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references in a configuration file look like this
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReference } from '../../reference/index.js';
import { type Listening, listen } from '../../reference/listen.js';
import { laxCreate } from '../testing/defects.js';
import { runCommandLine } from '../testing/run.js';

const before = process.cwd();
const listening: Listening[] = [];
let env: Readonly<Record<string, string>> = {};

/** A folder with a configuration file that names a conforming target, one with a defect, and one whose token command fails. */
beforeAll(async () => {
  process.chdir(await mkdtemp(join(tmpdir(), 'config-run-')));
  const reference = createReference();
  const { behaviour, intercept } = laxCreate();
  const lax = createReference({ ...(behaviour && { behaviour }) });
  const fetch = (request: Request) => (intercept ? intercept(request, lax.fetch) : lax.fetch(request));
  for (const one of [reference, { ...lax, fetch }]) listening.push(await listen(one));
  env = { WRITER: await reference.tokens.mint('writer') };
  const [good, bad] = listening.map(({ url }) => url);
  const tokens = { writer: '${env:WRITER}' };
  const options = { sequences: 0, races: 0, only: ['CREATE-16'], seed: 7, concurrency: 3 };
  const failing = { writer: { tokenCommand: ['no-such-program-of-ours'] } };
  const targets = {
    failing: { url: good, tokens: failing, options },
    good: { url: good, tokens, options },
    bad: { url: bad, tokens, options },
  };
  await writeFile('security-actions.config.json', JSON.stringify({ targets }, undefined, 2));
});
afterAll(async () => {
  for (const { close } of listening) await close();
  const folder = process.cwd();
  process.chdir(before);
  await rm(folder, { recursive: true, force: true });
});

test('a target is checked by its name, and its rerun command names it without what the file says', async () => {
  expect((await runCommandLine(['conform', 'good'], { env })).code).toBe(0);
  const bad = await runCommandLine(['conform', 'bad', '--timeout', '9000'], { env });
  expect(bad.code).toBe(1);
  expect(bad.stdout).toContain('security-actions conform bad --only CREATE-16 --seed 7 --timeout 9000\n');
});

test('without a name all targets are checked, each with its own report, and a token that is missing stops only its own', async () => {
  const ran = await runCommandLine(['conform', '--json', 'out.json'], { env });
  expect(ran.code).toBe(1);
  expect(ran.stderr).toContain('no-such-program-of-ours');
  const verdicts = await Promise.all(
    ['good', 'bad'].map(async (name) => JSON.parse(await readFile(`out.${name}.json`, 'utf8')).summary.verdict),
  );
  expect(verdicts).toEqual(['conformant', 'failures']);
});

test('a URL and a target of the kit need no file', async () => {
  expect((await runCommandLine(['conform', 'reference', '--print-config'])).stdout).toMatch(/^target reference\n/);
  const url = await runCommandLine(['conform', 'https://other.example/beta', '--print-config']);
  expect(url.stdout).toMatch(/url +https:\/\/other\.example\/beta +argument/);
});
