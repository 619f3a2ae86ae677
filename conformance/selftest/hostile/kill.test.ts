import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../engine/package-root.js';
import { killAndSweep } from './kill.js';

// A killed run needs a process of its own, so it runs the compiled command line.
beforeAll(() => promisify(execFile)(process.execPath, ['scripts/up-to-date.mjs'], { cwd: packageRoot() }), 180_000);

test('after kill -9 a sweep leaves nothing of the run unfinished and touches nothing else', async () => {
  const runs = await Promise.all([2, 3, 5].map(killAndSweep));
  for (const { left, foreignTouched, code, ledgers, output } of runs)
    expect({ left, foreignTouched, code, ledgers }, output).toEqual({
      left: 0,
      foreignTouched: false,
      code: 0,
      ledgers: [],
    });
  expect(runs.some(({ unfinished }) => unfinished > 0)).toBe(true);
});
