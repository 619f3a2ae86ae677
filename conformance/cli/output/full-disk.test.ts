import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headerOf } from '../../record/header.js';
import { RecordFile } from '../../record/record-file.js';
import { runCommandLine } from '../testing/run.js';

const full = '/dev/full';
const onLinux = test.skipIf(!existsSync(full));
const limits = ['--only', 'GET-1', '--seed', '1', '--sequences', '0'];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'full-disk-'));
});
afterAll(() => rm(folder, { recursive: true }));

onLinux('a report on a full disk keeps neither the verdict nor another report from being written', async () => {
  const junit = join(folder, 'junit.xml');
  const ran = await runCommandLine(['conform', 'reference', ...limits, '--json', full, '--junit', junit]);
  expect(ran.stderr).toMatch(
    /the report \/dev\/full could not be written: ENOSPC.*make space, or name a file on another disk/,
  );
  expect(ran.stdout).toContain('reference: conformant');
  expect(await readFile(junit, 'utf8')).toContain('<testsuite');
  expect(ran.code).toBe(64);
});

onLinux('a record on a full disk does not end the run', async () => {
  const told: string[] = [];
  const record = new RecordFile(full, headerOf({ target: 'reference', settings: {}, secrets: [] }), ({ type }) =>
    told.push(type),
  );
  record.add({ type: 'waiting', reason: 'the target responds with 429', until: new Date(0).toISOString() });
  record.flush();
  record.end(0);
  expect(told).toEqual(['header', 'waiting', 'end']);
  expect(record.problem?.message).toMatch(/^the record \/dev\/full could not be written: ENOSPC/);
});
