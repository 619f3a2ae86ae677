import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { allChecks, loadChecks } from './checks.js';
import { KitFault } from './kit/violation.js';

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

test('every file below cases and rules is a check, save helpers, tests and declarations', async () => {
  const folder = await folderWith({
    'cases/create/one.ts': check('case', 'CREATE-1'),
    'rules/two.ts': check('rule', 'CREATE-2'),
    'cases/create/_helper.ts': 'export const nothing = 1;',
    'cases/_tried/three.ts': 'throw new Error();',
    'cases/create/one.test.ts': 'throw new Error();',
    'cases/create/one.d.ts': 'export {};',
    'elsewhere/four.ts': 'throw new Error();',
  });
  expect((await loadChecks(folder)).map(({ kind, id }) => `${kind} ${id}`)).toEqual(['case CREATE-1', 'rule CREATE-2']);
});

test.each([
  [
    'a default export is missing',
    { 'cases/a.ts': 'export const a = 1;' },
    /cases\/a\.ts holds no check: .* no default export/,
  ],
  ['the default export is something else', { 'rules/a.ts': 'export default {};' }, /rules\/a\.ts holds no check/],
  ['the id is unknown', { 'cases/a.ts': check('case', 'NOPE-1') }, /cases\/a\.ts holds no check/],
  [
    'the file cannot be loaded',
    { 'cases/a.ts': 'throw new Error("broken");' },
    /cases\/a\.ts cannot be loaded: broken/,
  ],
  [
    'two files decide one requirement',
    { 'cases/a.ts': check('case', 'GET-1'), 'rules/b/c.ts': check('rule', 'GET-1') },
    /decide GET-1: cases\/a\.ts and rules\/b\/c\.ts/,
  ],
])('it is the fault of the kit when %s', async (_, files, message) => {
  const loading = loadChecks(await folderWith(files));
  await expect(loading).rejects.toThrow(KitFault);
  await expect(loading).rejects.toThrow(message);
});

test("the kit's own checks load", async () => {
  expect((await allChecks()).length).toBeGreaterThan(0);
});
