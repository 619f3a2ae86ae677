import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import recordSchema from '../record/record.schema.json' with { type: 'json' };
import reportSchema from '../report/report.schema.json' with { type: 'json' };
import { runCommandLine } from './testing/run.js';

let folder: string;
const path = (name: string) => join(folder, name);
const read = (name: string) => readFile(path(name), 'utf8');
const ran: Awaited<ReturnType<typeof runCommandLine>>[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'merge-'));
  const run = ['conform', 'reference', '--only', 'GET,ERROR-1', '--seed', '3'];
  for (const part of [1, 2]) {
    const files = ['--record', path(`${part}.ndjson`), '--json', path(`${part}.json`)];
    ran.push(await runCommandLine([...run, '--shard', `${part}/2`, ...files]));
  }
  ran.push(await runCommandLine(['merge', path('1.ndjson'), path('2.ndjson'), '-o', path('whole.ndjson')]));
  ran.push(await runCommandLine([...run, '--record', path('undivided.ndjson')]));
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);

test('a part and the merged run say what they are, in every report', async () => {
  expect(ran.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  expect(ran[0]?.stdout).toMatch(/^part +part 1 of 2$/m);
  expect(ran[2]?.stdout).toMatch(/^part +merged from 2 parts$/m);
  const part = JSON.parse(await read('1.json'));
  expect(part).toMatchObject({ shard: { part: 1, of: 2 } });
  const others = part.results.filter(({ reason }: { reason: { kind: string } }) => reason.kind === 'other-part');
  expect(others[0]).toMatchObject({ outcome: 'not-selected', reason: { detail: 'part 2 of 2 plays it' } });
  expect((await runCommandLine(['report', path('whole.ndjson'), '--json', path('whole.json')])).code).toBe(0);
  const whole = JSON.parse(await read('whole.json'));
  expect(whole).toMatchObject({ parts: 2, summary: { verdict: 'conformant' } });
  for (const report of [part, whole]) expect(ajv.validate(reportSchema, report), ajv.errorsText(ajv.errors)).toBe(true);
});

test('every line of the records is valid against the schema, and they verify', async () => {
  const validate = ajv.compile(recordSchema);
  for (const name of ['1.ndjson', 'whole.ndjson']) {
    const lines = (await read(name)).trimEnd().split('\n');
    for (const line of lines)
      expect(validate(JSON.parse(line)), `${line.slice(0, 300)} ${ajv.errorsText(validate.errors)}`).toBe(true);
    expect((await runCommandLine(['verify', path(name)])).code).toBe(0);
  }
  const [header = ''] = (await read('1.ndjson')).split('\n');
  expect(JSON.parse(header)).toMatchObject({ type: 'header', shard: { part: 1, of: 2 } });
});

test('a merged record has no difference from the record of the undivided run, and a part only what it played', async () => {
  for (const [a, b] of [
    ['undivided.ndjson', 'whole.ndjson'],
    ['whole.ndjson', 'undivided.ndjson'],
    ['undivided.ndjson', '1.ndjson'],
  ] as const)
    expect(await runCommandLine(['diff', path(a), path(b)])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('no difference'),
    });
});

test.each<[string, readonly string[], RegExp]>([
  ['one part', ['merge', '1.ndjson'], /part 2 of 2 is missing/],
  ['a part twice', ['merge', '1.ndjson', '1.ndjson'], /are both part 1 of 2/],
  ['a merged record', ['merge', 'whole.ndjson'], /was merged already/],
  ['a file that is no record', ['merge', '1.json'], /is not the record of a run/],
  ['a file that does not exist', ['merge', '3.ndjson'], /cannot be read/],
])('%s cannot be merged', async (_, [command = '', ...names], message) => {
  const result = await runCommandLine([command, ...names.map(path)]);
  expect(result).toMatchObject({ code: 64, stderr: expect.stringMatching(message) });
});

test.each([
  [['--shard', '1/2'], /--shard needs --seed/],
  [['--shard', '0/2', '--seed', '1'], /--shard must be a part/],
  [['--shard', '1/2', '--seed', '1', '--replay', '0/12:3:0/AABG:F'], /contradict/],
])('%j is refused', async (options, message) => {
  const result = await runCommandLine(['conform', 'reference', ...options]);
  expect(result).toMatchObject({ code: 64, stderr: expect.stringMatching(message) });
});

test('--plan counts the requests of the part', async () => {
  const plan = await runCommandLine([
    'conform',
    'reference',
    '--only',
    'GET',
    '--seed',
    '3',
    '--shard',
    '2/2',
    '--plan',
  ]);
  expect(plan).toMatchObject({ code: 0, stdout: expect.stringContaining('part 2 of 2') });
});
