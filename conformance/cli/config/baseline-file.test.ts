import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { baselineText, dateOf, expiryFrom, readBaseline } from './baseline-file.js';

const now = new Date('2026-11-26T23:59:59Z');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baseline-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function reading(text: string) {
  const file = join(folder, 'known.yaml');
  await writeFile(file, text);
  return readBaseline(file, now).catch((error: Error) => error.message.replace(file, 'known.yaml'));
}

const entry = '  - { requirement: CREATE-9, outcome: failed, reason: known, expires: 2027-01-01 }\n';

test('a YAML file gives the entries with their lines', async () => {
  expect(await reading(`# ours\nknown:\n${entry}\n${entry.replace('CREATE-9', 'LIST-3')}`)).toMatchObject({
    today: '2026-11-26',
    entries: [
      { requirement: 'CREATE-9', outcome: 'failed', reason: 'known', expires: '2027-01-01', line: 3 },
      { requirement: 'LIST-3', line: 5 },
    ],
  });
});

test('a JSON file is read as well', async () => {
  const known = [{ requirement: 'CREATE-9', outcome: 'failed', reason: 'known', expires: '2027-01-01' }];
  expect(await reading(JSON.stringify({ known }, undefined, 2))).toMatchObject({
    entries: [{ requirement: 'CREATE-9', line: 3 }],
  });
});

/** Nine aliases of nine aliases, and so on: 9^5 values. */
const bomb = [
  'a: &a [1]',
  ...[...'bcdef'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcde'[at]}`)}]`),
];

test.each([
  [bomb.join('\n'), /^--baseline known\.yaml: its aliases cannot be resolved: .*; write each value in its place$/],
  ['known: *unknown', /^--baseline known\.yaml(:1)?: .*alias/],
  ['known: [', /^--baseline known\.yaml:1: it is not valid YAML or JSON: /],
  ['', /^--baseline known\.yaml:1: the file is empty$/],
  ['knwon: []', /^--baseline known\.yaml:1: the file has no member "known": add it$/],
  [
    'known: []\nother: 1',
    /^--baseline known\.yaml:2: the file has an unknown member "other": expected \$schema, known$/,
  ],
  [
    `known:\n${entry.replace('reason', 'raeson')}`,
    /^--baseline known\.yaml:2: known\.0 has no member "reason": add it$/,
  ],
  [
    `known:\n${entry.replace('outcome: failed', 'outcome: known')}`,
    /^--baseline known\.yaml:2: known\.0\.outcome is "known": expected failed or inconclusive$/,
  ],
  [
    `known:\n${entry.replace('CREATE-9', 'CREATE-999')}`,
    /^--baseline known\.yaml:2: there is no requirement "CREATE-999": see security-actions list$/,
  ],
  [`known:\n${entry.replace('01-01', '02-30')}`, /^--baseline known\.yaml:2: "2027-02-30" is not a date: expected/],
  [`known:\n${entry}${entry}`, /^--baseline known\.yaml:3: the entry repeats that of line 2: delete one of them$/],
])('a mistake is reported with its line: %j', async (text, message) => {
  expect(await reading(text)).toMatch(message);
});

test('a file that does not exist is reported by its name', async () => {
  await expect(readBaseline(join(folder, 'none.yaml'), now)).rejects.toThrow('none.yaml: there is no such file');
});

test('a written baseline is read again, and expires after 90 days', async () => {
  const expires = expiryFrom(now);
  expect(expires).toBe('2027-02-24');
  const entries = [{ requirement: 'CREATE-9' as const, outcome: 'failed' as const, reason: 'a: "b" #c', expires }];
  expect(await reading(await baselineText('https://target.example', entries))).toMatchObject({ entries });
});

test('the day of an invalid time is empty', () => {
  expect(dateOf(new Date(Number.NaN))).toBe('');
});
