import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../engine/package-root.js';
import { killAndSweep } from './kill.js';

// A killed run needs a process of its own, so it runs the compiled command line.
beforeAll(() => promisify(execFile)(process.execPath, ['scripts/up-to-date.mjs'], { cwd: packageRoot() }), 180_000);

test('after kill -9 a sweep leaves nothing of the run unfinished and touches nothing else', async () => {
  const runs = await Promise.all([2, 3, 5].map((seed) => killAndSweep(seed, 300)));
  for (const { left, foreignTouched, code, ledgers, unclear, output } of runs) {
    expect({ left, foreignTouched }, output).toEqual({ left: 0, foreignTouched: false });
    // The request on its way may be a create without a text of its own; then the sweep says so.
    expect({ code, ledgers: ledgers.length }, output).toEqual(
      unclear ? { code: 1, ledgers: 1 } : { code: 0, ledgers: 0 },
    );
  }
  expect(runs.some(({ unfinished }) => unfinished > 0)).toBe(true);
});
