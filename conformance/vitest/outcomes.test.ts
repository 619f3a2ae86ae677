import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { packageRoot } from '../engine/package-root.js';

/** A test in the output of Vitest's JSON reporter. */
interface TestReport {
  readonly title: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

/** Runs Vitest in another process on a file with this text; returns its tests by the id of their requirement. */
async function vitest(text: string, ...options: string[]): Promise<ReadonlyMap<string, TestReport>> {
  const folder = await mkdtemp(join(tmpdir(), 'adapter-'));
  try {
    await writeFile(
      join(folder, 'a.test.ts'),
      `import { describeConformance } from '${packageRoot()}/conformance/vitest.ts';\n${text}`,
    );
    const argv = [
      join(packageRoot(), 'node_modules/vitest/vitest.mjs'),
      'run',
      '--root',
      folder,
      '--reporter=json',
      ...options,
    ];
    const { stdout } = await promisify(execFile)(process.execPath, argv, { maxBuffer: 2 ** 26 }).catch(
      (error: { stdout: string }) => error,
    );
    const [file] = JSON.parse(stdout.slice(stdout.indexOf('{"num'))).testResults;
    return new Map(file.assertionResults.map((one: TestReport) => [one.title.split(' ')[0], one]));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A server that returns what it receives, accepts a create without parameters, responds to a get with 500 and does not support PATCH. */
const sloppy = `
describeConformance({
  name: 'sloppy', url: 'http://sloppy.example', tokens: { writer: 'opaque-0123456789-0123456789-0123456789' },
  fetch: async (request) => {
    if (request.method === 'POST') return Response.json({ ...await request.json().catch(() => ({})), id: crypto.randomUUID(), status: 'NotStarted' }, { status: 201 });
    return new Response(request.headers.get('authorization'), { status: request.method === 'PATCH' ? 405 : 500 });
  },
}, { only: ['AUTH-1', 'CREATE-5', 'CREATE-16', 'LIST-9', 'AUTH-5', 'GET-2', 'HTTP-1', 'HTTP-12', 'UPDATE-1', 'RESOURCE-2'], settleMs: 10 });
`;

test('each outcome becomes the status that Vitest has for it', { timeout: 60_000 }, async () => {
  const tests = await vitest(sloppy);
  const status = (id: string) => tests.get(id)?.status;
  expect(status('CREATE-5')).toBe('passed');
  expect(status('CREATE-16')).toBe('failed');
  expect(tests.get('CREATE-16')?.failureMessages[0]).toMatch(
    /CREATE-16 MUST failed[\s\S]*expected +status 400[\s\S]*received +status 201[\s\S]*curl/,
  );
  expect(tests.get('AUTH-1')?.failureMessages[0]).toMatch(/cause +the target .*(check tokens|has to reject)/);
  // Inconclusive: no action can be read.
  expect(status('GET-2')).toBe('failed');
  // Not applicable, or untested.
  for (const id of ['UPDATE-1', 'AUTH-5', 'HTTP-12']) expect(status(id)).toMatch(/skipped|pending/);
  // A failed SHOULD is a warning.
  expect(status('HTTP-1')).toBe('passed');
  expect(JSON.stringify([...tests])).not.toContain('0123456789-0123456789');
});

test('a rule that is run alone is judged over all cases', { timeout: 60_000 }, async () => {
  const tests = await vitest(sloppy, '-t', 'RESOURCE-2 ');
  expect(tests.get('RESOURCE-2')?.status).toBe('passed');
  expect(tests.get('CREATE-5')?.status).toMatch(/skipped|pending/);
});
