import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { requirements } from '../../generated/requirements.js';
import { KitFault } from '../engine/errors.js';
import { allChecks, checkFiles, loadChecks } from './registry.js';

const folders: string[] = [];
afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'checks-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

const check = (kind: string, id: string) => `export default { kind: '${kind}', id: '${id}' };`;

test('the path of a check names its requirement and its kind', async () => {
  const folder = await folderWith({
    'create/01-one.case.ts': check('case', 'CREATE-1'),
    'create/02-two.rule.ts': check('rule', 'CREATE-2'),
    'create/_helper.ts': 'throw new Error();',
    'create/01-one.mutants.ts': 'throw new Error();',
    'create/01-one.case.test.ts': 'throw new Error();',
    'create/01-one.case.d.ts': 'export {};',
  });
  expect((await loadChecks(folder)).map(({ kind, id }) => `${kind} ${id}`)).toEqual(['case CREATE-1', 'rule CREATE-2']);
});

test.each([
  [
    'a default export is missing',
    { 'get/01-a.case.ts': 'export const a = 1;' },
    /get\/01-a\.case\.ts holds no case of GET-1: expected `export default scenario\('GET-1', …\)`.* no default export/,
  ],
  ['the default export is something else', { 'get/01-a.rule.ts': 'export default {};' }, /holds no rule of GET-1/],
  ['the id is another one', { 'get/01-a.case.ts': check('case', 'GET-2') }, /holds no case of GET-1/],
  ['the kind is another one', { 'get/01-a.case.ts': check('rule', 'GET-1') }, /holds no case of GET-1/],
  ['the id is unknown', { 'get/999-a.case.ts': check('case', 'GET-999') }, /get\/999-a\.case\.ts names no requirement/],
  ['the number is missing', { 'get/a.case.ts': check('case', 'GET-1') }, /get\/a\.case\.ts names no requirement/],
  [
    'the file cannot be loaded',
    { 'get/01-a.case.ts': 'throw new Error("broken");' },
    /01-a\.case\.ts cannot be loaded: broken/,
  ],
  [
    'two files check one requirement',
    { 'get/01-a.case.ts': check('case', 'GET-1'), 'get/01-b.rule.ts': check('rule', 'GET-1') },
    /two files check GET-1: get\/01-a\.case\.ts and get\/01-b\.rule\.ts/,
  ],
])('it is the fault of the kit when %s', async (_, files, message) => {
  const loading = loadChecks(await folderWith(files));
  await expect(loading).rejects.toThrow(KitFault);
  await expect(loading).rejects.toThrow(message);
});

test('every requirement has a check or a written reason, and never both', async () => {
  const checked = new Set((await checkFiles()).map(({ id }) => id));
  for (const { id, untested } of Object.values(requirements))
    expect([id, checked.has(id)]).toEqual([id, untested === undefined]);
  expect((await allChecks()).length).toBe(checked.size);
});
