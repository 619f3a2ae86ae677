import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommandLine } from '../cli/testing/run.js';

let folder: string;
const path = (name: string) => join(folder, name);
const read = (name: string) => readFile(path(name), 'utf8');
const edited = async (from: string, to: string, edit: (text: string) => string) => {
  const before = await read(from);
  const after = edit(before);
  expect(after).not.toBe(before);
  await writeFile(path(to), after);
};
const diff = (a: string, b: string, ...more: readonly string[]) => runCommandLine(['diff', path(a), path(b), ...more]);

/** Two runs of the reference with different seeds. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compare-'));
  for (const seed of ['1', '2']) {
    const files = ['--record', path(`${seed}.ndjson`), '--json', path(`${seed}.json`)];
    await runCommandLine([
      'conform',
      'reference',
      '--only',
      'GET,CREATE-16',
      '--sequences',
      '0',
      '--seed',
      seed,
      ...files,
      '--quiet',
    ]);
  }
  await edited('1.json', 'failed.json', (text) => {
    const report = JSON.parse(text);
    const result = report.results.find(({ id }: { id: string }) => id === 'GET-3');
    Object.assign(result, {
      outcome: 'failed',
      reason: { kind: 'violation', detail: 'expected 404 | received <b>200</b>' },
    });
    return JSON.stringify(report);
  });
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

test('two runs of one target with different seeds have no difference, and neither has a run and itself', async () => {
  for (const [a, b] of [
    ['1.ndjson', '2.ndjson'],
    ['1.ndjson', '1.ndjson'],
    ['1.json', '2.json'],
    ['1.ndjson', '2.json'],
  ] as const) {
    const { code, stdout } = await diff(a, b);
    expect(stdout).toContain('no difference');
    expect(code).toBe(0);
  }
});

test('behaviour is not compared with a JSON report, and the difference says so', async () => {
  const { stdout } = await diff('1.ndjson', '2.json');
  expect(stdout.replace(/\s+/g, ' ')).toMatch(/behaviour is not compared, because \S+2\.json has no exchanges/);
});

test('a new failure is a difference in all formats', async () => {
  const files = ['json', 'markdown', 'html'].flatMap((name) => [`--${name}`, path(`d.${name}`)]);
  const { code, stdout } = await diff('1.ndjson', 'failed.json', ...files);
  expect(code).toBe(1);
  expect(stdout).toMatch(/GET-3 MUST +passed → failed/);
  expect(stdout).toContain('1 outcome changed, 1 new failure');
  const json = JSON.parse(await read('d.json'));
  expect(json).toMatchObject({ schemaVersion: 1, differs: true, a: { kind: 'record' }, b: { kind: 'report' } });
  expect(json.verdicts).toMatchObject([{ id: 'GET-3', before: { outcome: 'passed' }, after: { outcome: 'failed' } }]);
  const markdown = await read('d.markdown');
  expect(markdown).toContain('| MUST | passed | failed | b: expected 404 \\| received &lt;b\\>200&lt;/b\\> |');
  const html = await read('d.html');
  expect(html).toContain('expected 404 | received &lt;b&gt;200&lt;/b&gt;');
  expect(html).not.toMatch(/<script|<b>/);
  expectPolicy(html);
});

test('a change of behaviour under the same outcomes is a difference', async () => {
  await edited('2.ndjson', 'plain.ndjson', (text) =>
    text.replaceAll('application/json; charset=utf-8', 'application/json'),
  );
  const { code, stdout } = await diff('1.ndjson', 'plain.ndjson', '--force');
  expect(code).toBe(1);
  expect(stdout).toContain('header field `content-type`: application/json; charset=utf-8 → application/json');
  expect(stdout).not.toContain('Verdicts');
});

test.each([
  ['different contracts', (text: string) => text.replace(/"contract":"\w{4}/, '"contract":"0000')],
  ['was changed', (text: string) => text.replace('"status":200', '"status":203')],
  ['was changed', (text: string) => text.replace('"result":{', '"outcome":{')],
  ['the record is incomplete', (text: string) => text.slice(0, text.lastIndexOf('{"type":"end"'))],
])('a record that cannot be compared, because %s, ends with 64 unless --force is given', async (why, edit) => {
  await edited('2.ndjson', 'other.ndjson', edit);
  const { code, stdout, stderr } = await diff('1.ndjson', 'other.ndjson');
  expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  expect(stderr).toContain(why);
  expect((await diff('1.ndjson', 'other.ndjson', '--force')).code).toBeLessThan(2);
});

test('reports of different catalogues cannot be compared', async () => {
  await edited('2.json', 'catalogue.json', (text) => text.replace('"id": "GET-3"', '"id": "GET-999"'));
  const { code, stderr } = await diff('1.json', 'catalogue.json');
  expect(code).toBe(64);
  expect(stderr).toContain('different catalogues of requirements');
});

test.each([
  ['a text', 'hello'],
  ['other JSON', '{"schemaVersion":2}'],
  ['a report without a target', '{"schemaVersion":2,"results":[]}'],
  ['an empty file', ''],
])('%s is not compared', async (_, text) => {
  await writeFile(path('wrong'), text);
  const { code, stderr } = await diff('1.json', 'wrong');
  expect(code).toBe(64);
  expect(stderr).toContain('wrong cannot be compared: expected');
  expect((await diff('1.json', 'missing')).code).toBe(64);
});

test('a matrix has the outcomes and scores of each target in all formats', async () => {
  const files = ['json', 'markdown', 'html'].flatMap((name) => [`--${name}`, path(`m.${name}`)]);
  const { code, stdout } = await runCommandLine(['matrix', path('1.ndjson'), `ours=${path('failed.json')}`, ...files]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/level +reference +ours +null server/);
  expect(stdout).toMatch(/GET +8 of 8 +7 of 8/);
  expect(stdout).toMatch(/GET-3 +MUST +passed +failed/);
  expect(stdout).not.toContain('LIST-1');
  const json = JSON.parse(await read('m.json'));
  expect(json.targets).toMatchObject([{ label: 'reference' }, { label: 'ours' }]);
  expect(json.areas).toContainEqual({
    area: 'GET',
    scores: [
      { passed: 8, of: 8 },
      { passed: 7, of: 8 },
    ],
  });
  const markdown = await read('m.markdown');
  expect(markdown).toContain('| GET | 8 of 8 | 7 of 8 |');
  expect(markdown).toMatch(/\| \*\*GET-3\*\* .* \| MUST \| passed \| \*\*failed\*\* \|/);
  const html = await read('m.html');
  expect(html).toMatch(
    /GET-3<\/th>.*<span class="outcome passed">passed<\/span>.*<span class="outcome failed">failed<\/span>/,
  );
  expectPolicy(html);
});

test('the head of a column has 32 characters of a label at most, which is whole above', async () => {
  const label = 'https://graph.gateway.example/beta/of/a/tenant';
  const { stdout } = await runCommandLine(['matrix', path('1.ndjson'), `${label}=${path('1.json')}`]);
  expect(stdout).toContain(`${label}: `);
  expect(stdout).toMatch(/level +reference +https:\/\/graph\.gateway\.example\/b… +null server/);
});

/** The policy of a page allows its own style and nothing else. */
function expectPolicy(html: string): void {
  const [, style = ''] = /<style>(.*)<\/style>/s.exec(html) ?? [];
  const digest = createHash('sha256').update(style).digest('base64');
  expect(html).toContain(
    `content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'"`.replaceAll(
      "'",
      '&#39;',
    ),
  );
}
