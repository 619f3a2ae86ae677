import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createReference } from '../reference/index.js';
import { laxCreate } from './testing/defects.js';
import { runCommandLine } from './testing/run.js';

const only = 'CREATE-8,CREATE-16,GET-1';
let folder = '';
let close = async () => undefined as unknown;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baseline-'));
});
afterEach(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});

/** Serves the reference with or without a defect, and returns how to run the kit against it with these options. */
async function target(defective: boolean) {
  await close();
  const { behaviour, intercept } = defective ? laxCreate() : {};
  const reference = createReference({ ...(behaviour && { behaviour }) });
  const fetch = (request: Request) => (intercept ? intercept(request, reference.fetch) : reference.fetch(request));
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  close = () => new Promise((resolve) => server.close(resolve));
  const { port } = server.address() as { port: number };
  const { writer } = await reference.tokens.mintAll();
  const env = { SECURITY_ACTIONS_TOKEN: writer };
  return (...options: readonly string[]) =>
    runCommandLine(
      ['conform', `http://127.0.0.1:${port}/beta`, '--only', only, '--sequences', '0', '--races', '0', ...options],
      { env },
    );
}

const inFolder = (name: string) => join(folder, name);

test('a written baseline makes the run green, and every report shows the failure as known', async () => {
  const conform = await target(true);
  const file = inFolder('known.yaml');
  expect((await conform('--write-baseline', file)).code).toBe(1);
  const [json, junit] = [inFolder('out.json'), inFolder('out.xml')];
  const known = await conform('--baseline', file, '--json', json, '--junit', junit);
  expect(known).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('── Known failures: 1\n  CREATE-16 MUST failed: '),
  });
  expect(known.stdout).not.toContain('Failed MUST requirements');
  expect(known.stdout).toContain('conformant: 1 MUST requirement passed, 1 warning, 1 known failure');
  const report = JSON.parse(await readFile(json, 'utf8'));
  expect(report).toMatchObject({ exitCode: 0, summary: { verdict: 'conformant', known: 1, MUST: { failed: 1 } } });
  expect(report.results.find(({ id }: { id: string }) => id === 'CREATE-16')).toMatchObject({
    outcome: 'failed',
    known: [{ reason: expect.any(String), expires: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }],
  });
  const xml = await readFile(junit, 'utf8');
  expect(xml).toContain('failures="0"');
  expect(xml).toContain('<skipped message="known failure (failed): ');
});

test('an entry whose requirement passes now ends with 3, and every report names the line to delete', async () => {
  const file = inFolder('known.yaml');
  expect((await (await target(true))('--write-baseline', file)).code).toBe(1);
  const conform = await target(false);
  const json = inFolder('out.json');
  const fixed = await conform('--baseline', file, '--json', json);
  expect(fixed.code).toBe(3);
  expect(fixed.stdout.replace(/\s+/g, ' ')).toContain('known.yaml:3: CREATE-16 passes now: delete line 3');
  expect(JSON.parse(await readFile(json, 'utf8')).baseline.problems).toMatchObject([
    { kind: 'fixed', line: 3, requirement: 'CREATE-16' },
  ]);
  expect((await conform('--baseline', file, '--write-baseline', file)).code).toBe(3);
  expect((await conform('--baseline', file)).code).toBe(0);
});

test('an entry that has expired ends with 3, and one that expects another outcome leaves the failure', async () => {
  const conform = await target(true);
  const file = inFolder('known.yaml');
  const entry = (outcome: string, expires: string) =>
    writeFile(file, `known:\n  - { requirement: CREATE-16, outcome: ${outcome}, reason: ours, expires: ${expires} }\n`);
  await entry('failed', '2026-01-01');
  expect(await conform('--baseline', file)).toMatchObject({ code: 3, stdout: expect.stringContaining('expired on') });
  await entry('inconclusive', '2999-01-01');
  const other = await conform('--baseline', file);
  expect(other.code).toBe(1);
  expect(other.stdout.replace(/\s+/g, ' ')).toContain(
    'expected inconclusive, received failed: correct or delete line 2',
  );
});

const tomorrow = '2999-01-01';
const formats = ['json', 'junit', 'html', 'sarif', 'markdown'] as const;

/** The life of one entry: whether the target still has the defect, the entry, the exit code, and what every report says. */
const lives = {
  known: [
    true,
    `{ requirement: CREATE-16, outcome: failed, reason: ours, expires: ${tomorrow} }`,
    0,
    /accepted until 2999-01-01|"expires": "2999-01-01"/,
  ],
  fixed: [
    false,
    `{ requirement: CREATE-16, outcome: failed, reason: ours, expires: ${tomorrow} }`,
    3,
    /CREATE-16 passes now: delete line 2/,
  ],
  expired: [
    true,
    '{ requirement: CREATE-16, outcome: failed, reason: ours, expires: 2026-01-01 }',
    3,
    /the entry of CREATE-16 expired on 2026-01-01: delete it/,
  ],
  'another outcome': [
    true,
    `{ requirement: CREATE-16, outcome: inconclusive, reason: ours, expires: ${tomorrow} }`,
    1,
    /CREATE-16: expected inconclusive, received failed: correct or delete line 2/,
  ],
  unmatched: [
    false,
    `{ requirement: SURFACE-4, outcome: failed, reason: ours, expires: ${tomorrow} }`,
    3,
    /SURFACE-4 is not applicable to this target: delete line 2/,
  ],
} as const;

test.each(Object.entries(lives))(
  'every report shows an entry that is %s',
  async (name, [defective, entry, code, says]) => {
    const conform = await target(defective);
    const file = inFolder('known.yaml');
    await writeFile(file, `known:\n  - ${entry}\n`);
    const reports = formats.flatMap((format) => [`--${format}`, inFolder(`out.${format}`)]);
    const extra = name === 'unmatched' ? ['--only', 'CREATE-16,SURFACE-4', '--lacks', 'update'] : [];
    const { code: received, stdout } = await conform('--baseline', file, ...reports, ...extra);
    expect(received, stdout).toBe(code);
    const texts = await Promise.all(formats.map((format) => readFile(inFolder(`out.${format}`), 'utf8')));
    for (const [index, text] of [...texts, stdout].entries()) {
      const words = text.replace(/\\([-_.:()])/g, '$1').replace(/\s+/g, ' ');
      expect(says.test(words), formats[index] ?? 'terminal').toBe(true);
    }
    if (name !== 'known') return;
    const [, junit = '', , sarif = '', markdown = ''] = texts;
    expect(junit).toContain('failures="0"');
    expect(markdown).not.toContain('Failed MUST requirements');
    const { results } = JSON.parse(sarif).runs[0];
    const own = results.filter(({ ruleId }: { ruleId: string }) => ruleId === 'CREATE-16');
    expect(own.length).toBeGreaterThan(0);
    for (const one of own) expect(one.suppressions).toMatchObject([{ kind: 'external', status: 'accepted' }]);
    const other = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'CREATE-8');
    expect(other).not.toHaveProperty('suppressions');
  },
);

test('a mistake in the baseline ends with 64 before a request is sent', async () => {
  const conform = await target(true);
  const file = inFolder('known.yaml');
  await writeFile(file, 'known: [{ requirement: CREATE-16 }]');
  expect(await conform('--baseline', file)).toMatchObject({
    code: 64,
    stdout: '',
    stderr: expect.stringContaining('known.yaml:1: known.0 has no member "outcome": add it'),
  });
});
