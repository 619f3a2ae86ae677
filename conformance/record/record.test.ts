import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommandLine } from '../cli/testing/run.js';
import schema from './record.schema.json' with { type: 'json' };

let folder: string;
const path = (name: string) => join(folder, name);
const read = (name: string) => readFile(path(name), 'utf8');
const formats = ['json', 'junit', 'html', 'har', 'sarif', 'markdown'];
const files = (prefix: string) => formats.flatMap((format) => [`--${format}`, path(`${prefix}.${format}`)]);

/** A run with every report. */
const run = (target: string, record: string, prefix: string, only: string) =>
  runCommandLine([
    ...['conform', target, '--only', only, '--seed', '3', '--verbose', '--record', path(record)],
    ...files(prefix),
  ]);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'record-'));
  await run('mock', 'run.ndjson', 'direct', 'CREATE,LIST,ERROR');
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

test('every line of a record is valid against the schema', async () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  const lines = (await read('run.ndjson')).trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(200);
  for (const line of lines)
    expect(validate(JSON.parse(line)), `${line.slice(0, 300)} ${ajv.errorsText(validate.errors)}`).toBe(true);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    type: 'header',
    settings: { seed: { value: 3, from: 'flag --seed' } },
  });
  expect(JSON.parse(lines.at(-2) ?? '')).toMatchObject({ type: 'scanned', hits: 0 });
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ type: 'end', lines: lines.length - 1 });
  const exchange = JSON.parse(lines.find((line) => line.includes('"phase":"when"')) ?? '');
  expect(exchange).toMatchObject({
    type: 'exchange',
    case: expect.stringMatching(/^[A-Z]+-\d+$/),
    request: { method: expect.anything() },
  });
});

test('the reports from the record are the same, byte for byte, as those of the run', async () => {
  const { code } = await runCommandLine(['report', path('run.ndjson'), ...files('later')]);
  expect(code).toBe(0);
  for (const format of formats) expect(await read(`later.${format}`), format).toBe(await read(`direct.${format}`));
});

test('so are those of a run in which actions change their status', async () => {
  await run('reference', 'changes.ndjson', 'changes', 'UPDATE-1,LIFECYCLE-2,HTTP-17');
  await runCommandLine(['report', path('changes.ndjson'), ...files('again')]);
  for (const format of formats) expect(await read(`again.${format}`), format).toBe(await read(`changes.${format}`));
});

test('a record without its end is incomplete, and never a pass', async () => {
  const lines = (await read('run.ndjson')).trimEnd().split('\n');
  const untilFinished = lines.findIndex((line) => line.startsWith('{"type":"finished"'));
  await writeFile(path('cut.ndjson'), `${lines.slice(0, untilFinished).join('\n')}\n{"type":"exch`);
  const reports = ['--json', path('cut.json'), '--html', path('cut.html')];
  const { code, stderr } = await runCommandLine(['report', path('cut.ndjson'), ...reports]);
  expect(code).toBe(1);
  expect(stderr).toContain('is incomplete');
  expect(JSON.parse(await read('cut.json'))).toMatchObject({ summary: { verdict: 'inconclusive' }, exitCode: null });
  expect(await read('cut.html')).toContain('>Incomplete</span>');
  const verified = await runCommandLine(['verify', path('cut.ndjson')]);
  expect(verified.code).toBe(1);
  expect(verified.stdout).toContain('the record is incomplete');
});

test.each([
  ['is not the record of a run', '{"type":"started"}\n'],
  ['is not the record of a run', ''],
  ['is a record of version 9', '{"type":"header","version":9}\n'],
])('a file that %s is rejected', async (message, text) => {
  await writeFile(path('other'), text);
  const { code, stderr } = await runCommandLine(['report', path('other')]);
  expect(code).toBe(64);
  expect(stderr).toContain(message);
});
