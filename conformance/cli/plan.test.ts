import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReference } from '../reference/index.js';
import { listen } from '../reference/listen.js';
import { runCommandLine } from './testing/run.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plan-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs a command line on the reference on a socket; returns the methods that reached it, too. */
async function onSocket(...options: readonly string[]) {
  const reference = createReference();
  const methods: string[] = [];
  const fetch = (request: Request) => {
    methods.push(request.method);
    return reference.fetch(request);
  };
  const { url, close } = await listen({ ...reference, fetch });
  try {
    const { writer, reader } = await reference.tokens.mintAll();
    const env = { SECURITY_ACTIONS_TOKEN: writer, SECURITY_ACTIONS_READER_TOKEN: reader };
    return { methods, ...(await runCommandLine(['conform', url, '--seed', '3', ...options], { env })) };
  } finally {
    await close();
  }
}

test.each(['--plan', '--dry-run'])('%s writes nothing and counts what the run then sends', async (flag) => {
  const file = join(folder, 'plan.json');
  const selection = ['--only', 'CREATE-16,AUTH-5,SURFACE-10'];
  const plan = await onSocket(...selection, flag, '--json', file);
  expect(plan.code).toBe(0);
  expect(new Set(plan.methods)).toEqual(new Set(['GET']));
  expect(plan.stdout).toMatch(/CREATE-16 +3 +0 +6 +0 +0 +6\n/);
  expect(plan.stdout).toMatch(/reads? sent to the target, and no write/);
  const written = JSON.parse(await readFile(file, 'utf8'));
  expect(written.cases).toContainEqual({ id: 'CREATE-16', inputs: 3, requests: 6, methods: { POST: 6 } });
  expect(written).toMatchObject({ sent: plan.methods.length, writes: true, identities: ['writer', 'reader'] });
  expect(written.plan).toMatchObject({ forRules: 3, rules: 1 });
  const run = await onSocket(...selection);
  const count = (method: string) => run.methods.filter((one) => one === method).length;
  expect(written.requests).toBe(run.methods.length);
  for (const [method, requests] of Object.entries(written.methods)) expect(count(method), method).toBe(requests);
});

test('a target that cannot be reached has no plan', async () => {
  const { code, stdout } = await runCommandLine(['conform', 'http://target.invalid/beta', '--plan', '--quiet']);
  expect(code).toBe(69);
  expect(stdout).toBe('');
});
