import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../package-root.js';
import { readFixtureFile } from './fixture-file.js';
import { readExchange, readInvalid, readValid } from './fixture-reader.js';

const path = join(packageRoot(), 'fixtures', 'valid', 'mine.json');

const valid = {
  name: 'create.mine',
  says: 'a body of this test',
  requirement: 'CREATE-1',
  operation: 'create',
  body: { parameters: [] },
  expect: { status: [201] },
};
const edit = [{ op: 'remove', path: '/parameters' }];
const invalid = {
  says: 'another body of this test',
  requirement: 'CREATE-16',
  operation: 'create',
  of: 'create.mine',
  edit,
  expect: { status: [400] },
};
const validWith = (change: object) => readValid({ path, value: [{ ...valid, ...change }] });
/** Reads the changed fixture as the second of a file. */
const invalidWith = (change: object) =>
  readInvalid({ path, value: [invalid, { ...invalid, ...change }] }, validWith({}))[1];

test('a valid fixture is read', () => {
  expect(validWith({ unless: ['names-required'] })).toEqual([
    {
      name: 'create.mine',
      says: 'a body of this test',
      requirement: 'CREATE-1',
      operation: 'create',
      body: { parameters: [] },
      status: [201],
      unless: ['names-required'],
    },
  ]);
});

test('an edit changes the valid body of the fixture, and any other body', () => {
  const fixture = invalidWith({});
  expect(fixture).toMatchObject({ of: 'create.mine', valid: { parameters: [] }, body: {}, status: [400] });
  expect(fixture?.edited({ name: 'BlockIp', parameters: [] })).toEqual({ body: { name: 'BlockIp' } });
});

test('a raw text replaces the body, and a media type does not change it', () => {
  expect(invalidWith({ edit: undefined, raw: '' })?.edited({})).toEqual({ raw: '' });
  const media = invalidWith({ edit: undefined, contentType: 'text/plain' });
  expect(media?.edited({ name: 'x' })).toEqual({ body: { name: 'x' }, contentType: 'text/plain' });
});

test.each<[string, object, string]>([
  [
    'a requirement that does not exist',
    { requirement: 'CREATE-999' },
    'the id of a requirement at "/1/requirement", received "CREATE-999"',
  ],
  [
    'an operation without a body',
    { operation: 'list' },
    'one of ["create","update"] at "/1/operation", received "list"',
  ],
  ['a valid fixture that does not exist', { of: 'create.yours' }, 'the name of a valid create fixture at "/1/of"'],
  ['a valid fixture of another operation', { operation: 'update' }, 'the name of a valid update fixture at "/1/of"'],
  ['two defects', { raw: '' }, 'a value that matches exactly one alternative of the schema at "/1"'],
  [
    'an unknown edit',
    { edit: [{ op: 'move', path: '/a', value: 1 }] },
    'one of ["add","replace","remove"] at "/1/edit/0/op"',
  ],
  ['an edit without a value', { edit: [{ op: 'add', path: '/a' }] }, 'the member `value` at "/1/edit/0"'],
  [
    'an edit that leads nowhere',
    { edit: [{ op: 'remove', path: '/a' }] },
    'at "/1/edit", received Failed to apply the edit remove /a',
  ],
  [
    'a status that does not exist',
    { expect: { status: [99] } },
    'which must be >= 200 at "/1/expect/status/0", received 99',
  ],
  ['a misspelt member', { expects: {} }, 'no member `expects` at "/1"'],
  ['a description with a full stop', { says: 'A sentence.' }, 'at "/1/says", received "A sentence."'],
])('%s is an error', (_, change, message) => {
  expect(() => invalidWith(change)).toThrow(message);
});

test('an error names the file, the place, the expected and the received value', () => {
  expect(() => validWith({ body: 'x' })).toThrow(
    /^Failed to read fixtures.valid.mine\.json: expected a value of type object at "\/0\/body", received "x"\. See fixtures/,
  );
  expect(() => validWith({ unless: ['reader'] })).toThrow(
    /expected one of update, .* at "\/0\/unless\/0", received "reader"/,
  );
  expect(() => readExchange({ path, value: [] })).toThrow('expected a value of type object at "", received []');
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fixtures-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('values are frozen, and a file that is not JSON is an error', () => {
  const good = join(folder, 'good.json');
  writeFileSync(good, '[{ "deep": [{}] }]');
  const [element] = readFixtureFile(good).value as [{ deep: [object] }];
  expect(Object.isFrozen(element.deep[0])).toBe(true);
  const bad = join(folder, 'bad.json');
  writeFileSync(bad, '[{]');
  expect(() => readFixtureFile(bad)).toThrow(/bad\.json: expected JSON at "", received .+position 2/);
});
