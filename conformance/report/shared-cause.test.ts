import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { requirements } from '../../generated/requirements.js';
import type { Cause } from '../engine/cause/cause.js';
import { jsonReport } from './exports/json.js';
import { junitReport } from './exports/junit.js';
import { type RunRecord, recorded } from './record.js';
import { followerLines } from './shared-cause.js';
import { terminalReport } from './terminal/terminal.js';
import { exchangeOf, finished, recordOf, resultOf, settings } from './testing/values.js';

const MUST = { level: 'MUST', outcome: 'failed' } as const;
const write = { ...exchangeOf('x'), request: { method: 'PATCH', url: 'http://127.0.0.1:1/beta/1', headers: {} } };
const results = [
  resultOf({ ...MUST, id: 'GET-1', finding: { at: 'status', exchange: exchangeOf('x') } }),
  resultOf({ ...MUST, id: 'LIST-1', finding: { message: 'it is not listed', at: '/value' } }),
  resultOf({ ...MUST, id: 'UPDATE-10', finding: { at: 'status', exchange: exchangeOf('x') } }),
  resultOf({
    ...MUST,
    id: 'RESOURCE-1',
    finding: { at: '/name', exchange: exchangeOf('x'), write, element: '{"a":1}' },
  }),
];
const cause: Cause = {
  kind: 'cache',
  says: 'a cache responds \u001b[31m',
  detail: '3 responses came from a cache',
  remedy: 'switch it off',
  evidence: [exchangeOf('x')],
  requirements: ['GET-1', 'LIST-1'],
};
const consequence = { id: 'RESOURCE-1', of: 'UPDATE-10', because: 'it shows what was accepted' } as const;

const record: RunRecord = recorded(recordOf(results, finished(results)), {
  type: 'explained',
  causes: [cause],
  consequences: [consequence],
});

/** The positions of these texts in another one, which must have each of them. */
function order(text: string, ...parts: readonly string[]): readonly number[] {
  for (const part of parts) expect(text).toContain(part);
  return parts.map((part) => text.indexOf(part));
}

test('the terminal shows the cause first, then the root, and what follows from it under it', () => {
  const text = terminalReport(record, settings);
  const parts = [
    '2 requirements (2 MUST): a cache responds',
    'LIST-1 MUST',
    'Failed MUST requirements: 4 (3 of',
    '✗ UPDATE-10',
    'RESOURCE-1',
  ];
  const positions = order(text, ...parts);
  expect(positions).toEqual([...positions].sort((a, b) => a - b));
  expect(text).not.toMatch(/✗ (GET-1|LIST-1|RESOURCE-1)/);
  expect(text).not.toContain('\u001b');
});

test('a verbose report shows every requirement in full, with its cause and the write', () => {
  const text = terminalReport(record, { ...settings, verbose: true });
  order(text, '✗ GET-1', '✗ LIST-1', '✗ RESOURCE-1', 'follows from    UPDATE-10', 'write           PATCH', '{"a":1}');
});

test('a requirement without a line in full keeps the ids of those that follow from it', () => {
  const many = Array.from({ length: 12 }, (_, index) => resultOf({ ...MUST, id: `CREATE-${index + 1}`, finding: {} }));
  const consequences = many.map(({ id }, index) => ({ ...consequence, id: results[index % 4]?.id ?? 'GET-1', of: id }));
  const all = recorded(recordOf([...many, ...results], finished(many)), {
    type: 'explained',
    causes: [],
    consequences,
  });
  expect(terminalReport(all, settings)).toMatch(/CREATE-12 MUST .*; therefore also RESOURCE-1/);
});

test('a line about a finding has what was expected and received', () => {
  expect(terminalReport(record, settings)).toMatch(/LIST-1 MUST \(page\) {2}.*expected right, received wrong/);
});

test('JUnit has the causes as a property and beside each failure', () => {
  const xml = junitReport(record, settings);
  expect(xml).toMatch(/<property name="causes" value="a cache responds [^"]*\(GET-1 LIST-1\)"/);
  expect(xml).toMatch(/GET-1 failed[\s\S]*?cause +a cache responds/);
  expect(xml).toMatch(/RESOURCE-1 failed[\s\S]*?follows from +UPDATE-10/);
});

test('the JSON report has causes, consequences and writes as its schema says', async () => {
  const schema = JSON.parse(await readFile(new URL('report.schema.json', import.meta.url), 'utf8'));
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
  formats.default(ajv);
  const report = JSON.parse(jsonReport(record, settings));
  const validate = ajv.compile(schema);
  validate(report);
  expect(validate.errors).toBeNull();
  expect(report.causes).toMatchObject([
    { kind: 'cache', requirements: ['GET-1', 'LIST-1'], evidence: [{ caller: 'writer' }] },
  ]);
  const named = Object.fromEntries(report.results.map((one: { id: string }) => [one.id, one]));
  expect(named['RESOURCE-1']).toMatchObject({
    followsFrom: 'UPDATE-10',
    findings: [{ write: { request: { method: 'PATCH' } } }],
  });
});

test('of many requirements that follow from one, the first have a line each, and the rest their ids', () => {
  const ids = Object.values(requirements)
    .map(({ id }) => id)
    .filter((id) => id !== 'CREATE-1')
    .slice(0, 40);
  const many = [resultOf({ ...MUST, id: 'CREATE-1' }), ...ids.map((id) => resultOf({ ...MUST, id }))];
  const consequences = ids.map((id) => ({ id, of: 'CREATE-1', because: 'it needs an action' }) as const);
  const root = many[0] as (typeof many)[number];
  const lines = followerLines(root, many, { type: 'explained', causes: [], consequences }, 100);
  expect(lines.filter((line) => line.includes('it needs an action'))).toHaveLength(12);
  expect(lines.join(' ').replaceAll(/\s+/g, ' ')).toContain('and 28 more, in full with --verbose: ');
});
