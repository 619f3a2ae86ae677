import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../engine/package-root.js';

const cwd = packageRoot();

// Only a process of its own ends by an error that nothing waits for, so this runs the compiled command line.
beforeAll(() => promisify(execFile)(process.execPath, ['scripts/up-to-date.mjs'], { cwd }), 180_000);

test('an error that nothing waits for ends a run with 70, as an error of the kit', async () => {
  const unawaited = "setTimeout(() => Promise.reject(new Error('an unawaited error')), 500)";
  const args = [
    '--import',
    `data:text/javascript,${unawaited}`,
    'dist/conformance/cli/main.js',
    'conform',
    'reference',
  ];
  const ended = await promisify(execFile)(process.execPath, args, { cwd }).catch((error) => error);
  expect(ended.code).toBe(70);
  expect(ended.stderr).toMatch(/internal error of the kit \(not a fault of the target\): an unawaited error/);
}, 30_000);
