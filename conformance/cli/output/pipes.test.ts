import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommandLine } from '../testing/run.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pipes-'));
});
afterAll(() => rm(folder, { recursive: true }));

test.skipIf(process.platform === 'win32')(
  'reports are written to pipes, which stay what they are',
  async () => {
    const formats = ['json', 'har'];
    const path = (name: string) => join(folder, name);
    const readers = formats.map((format) => {
      execFileSync('sh', ['-c', 'mkfifo "$0"', path(format)]);
      return once(spawn('sh', ['-c', 'cat "$0" > "$0.copy"', path(format)], { stdio: 'ignore' }), 'close');
    });
    const files = formats.flatMap((format) => [`--${format}`, path(format)]);
    const limits = ['--only', 'GET-1', '--seed', '1', '--sequences', '0'];
    expect((await runCommandLine(['conform', 'reference', ...limits, ...files])).code).toBe(0);
    await Promise.all(readers);
    const [json, har] = await Promise.all(
      formats.map(async (format) => JSON.parse(await readFile(`${path(format)}.copy`, 'utf8'))),
    );
    expect(json.results.length).toBeGreaterThan(0);
    expect(har.log.entries.length).toBe(json.requests);
    for (const format of formats) expect((await stat(path(format))).isFIFO()).toBe(true);
  },
  20_000,
);
