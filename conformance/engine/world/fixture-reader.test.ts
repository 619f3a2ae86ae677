import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../package-root.js';
import { Place, readFixtureFile } from './fixture-file.js';
import { readExchange, readInvalid, readValid } from './fixture-reader.js';

const file = join(packageRoot(), 'fixtures', 'valid', 'mine.json');
const at = (value: unknown) => new Place(file, '/3', value);

const valid = {
  name: 'create.mine',
  says: 'Mine.',
  requirement: 'CREATE-1',
  operation: 'create',
  body: { parameters: [] },
  expect: { status: [201] },
};
const edit = [{ op: 'remove', path: '/parameters' }];
const invalid = {
  says: 'Not mine.',
  requirement: 'CREATE-16',
  operation: 'create',
  of: 'create.mine',
  edit,
  expect: { status: [400] },
};
const invalidWith = (change: object) => () => readInvalid(at({ ...invalid, ...change }), [readValid(at(valid))]);

test('reads a valid fixture', () => {
  expect(readValid(at({ ...valid, unless: ['names-required'] }))).toEqual({
    name: 'create.mine',
    says: 'Mine.',
    requirement: 'CREATE-1',
    operation: 'create',
    body: { parameters: [] },
    status: [201],
    unless: ['names-required'],
  });
});

test('makes an invalid body of the valid one, and of another', () => {
  const fixture = invalidWith({})();
  expect(fixture).toMatchObject({ of: 'create.mine', valid: { parameters: [] }, body: {}, status: [400] });
  expect(fixture.edited({ name: 'BlockIp', parameters: [] })).toEqual({ body: { name: 'BlockIp' } });
});

test('a text replaces the body, a media type keeps it', () => {
  const { edit: _, ...rest } = invalid;
  const others = [readValid(at(valid))];
  expect(readInvalid(at({ ...rest, raw: '' }), others).edited({})).toEqual({ raw: '' });
  const media = readInvalid(at({ ...rest, contentType: 'text/plain' }), others);
  expect(media.edited({ name: 'x' })).toEqual({ body: { name: 'x' }, contentType: 'text/plain' });
});

test.each<[string, object, string]>([
  ['a requirement that does not exist', { requirement: 'CREATE-999' }, '"/3/requirement", received "CREATE-999"'],
  [
    'an operation without a body',
    { operation: 'list' },
    'expected one of create, update at "/3/operation", received "list"',
  ],
  [
    'a valid fixture that does not exist',
    { of: 'create.yours' },
    'expected the name of a valid create fixture at "/3/of"',
  ],
  [
    'a valid fixture of another operation',
    { operation: 'update' },
    'expected the name of a valid update fixture at "/3/of"',
  ],
  ['two defects', { raw: '' }, 'expected exactly one of edit, raw, contentType at "/3"'],
  ['an unknown edit', { edit: [{ op: 'move', path: '/a' }] }, 'expected one of add, replace, remove at "/3/edit/0/op"'],
  ['an edit without a value', { edit: [{ op: 'add', path: '/a' }] }, 'expected the value to set at "/3/edit/0/value"'],
  [
    'an edit that leads nowhere',
    { edit: [{ op: 'remove', path: '/a' }] },
    'at "/3/edit", received Failed to apply the edit remove /a',
  ],
  [
    'a status that is none',
    { expect: { status: [99] } },
    'expected an HTTP status from 200 to 599 at "/3/expect/status/0", received 99',
  ],
  ['a misspelt member', { expects: {} }, 'received the member expects'],
])('refuses %s', (_, change, message) => {
  expect(invalidWith(change)).toThrow(message);
});

test('names the file, and cuts long values short', () => {
  expect(() => readValid(at({ ...valid, body: 'x'.repeat(500) }))).toThrow(
    /^Failed to read the fixtures in fixtures.valid.mine\.json: expected an object at "\/3\/body", received "x{76}\.\.\.\. /,
  );
  expect(() => readValid(at({ ...valid, unless: ['reader'] }))).toThrow('expected one of update, ');
  expect(() => readExchange(at([]))).toThrow('expected an object at "/3", received []');
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fixtures-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('freezes what it reads, and tells where a file is no JSON', () => {
  const good = join(folder, 'good.json');
  writeFileSync(good, '[{ "deep": [{}] }]');
  const [element] = readFixtureFile(good).elements();
  expect(Object.isFrozen(element?.member('deep').elements()[0]?.value)).toBe(true);
  const bad = join(folder, 'bad.json');
  writeFileSync(bad, '[{]');
  expect(() => readFixtureFile(bad)).toThrow(/bad\.json: expected JSON at "", received .+position 2/);
});
