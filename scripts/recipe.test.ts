import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('the recipe of CONTRIBUTING.md works in a temporary clone', async () => {
  const recipe = join(import.meta.dirname, 'recipe.mjs');
  const { stdout, stderr, code } = await promisify(execFile)(process.execPath, [recipe], {
    maxBuffer: 64 * 1024 * 1024,
  })
    .catch((error: { stdout: string; stderr: string; code: number }) => error)
    .then((result) => ({ code: 0, ...result }));
  expect(`${stdout}${stderr}`).toMatch(/^The recipe of CONTRIBUTING\.md works: /);
  expect(code).toBe(0);
}, 240_000);
