import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('./check-terms.mjs', import.meta.url));

/** Runs the check on a folder that contains only `files`. */
function checkTerms(files: Readonly<Record<string, string>>): { exitCode: number | null; lines: string[] } {
  const root = mkdtempSync(join(tmpdir(), 'check-terms-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, root], { encoding: 'utf8' });
    return { exitCode: status, lines: `${stdout}${stderr}`.trim().split('\n') };
  } finally {
    rmSync(root, { recursive: true });
  }
}

test('a retired term is reported with its file, its line and the term to use', () => {
  const { exitCode, lines } = checkTerms({ 'README.md': '# Title\n\nEvery slip fails.\n' });
  expect(exitCode).toBe(1);
  expect(lines).toEqual(['README.md:3: "slip": use "mutant"', expect.stringMatching(/^1 retired term: /)]);
});

test.each([
  ['spec/requirements/get.yaml', "source: 'reading: 0005'"],
  ['conformance/model/one.ts', '// Allowed by reading 0031.'],
  ['conformance/model/one.ts', '// Readings 0031 and 0044 say so.'],
  ['conformance/model/one.ts', "outcome === 'held'"],
  ['conformance/model/one.ts', 'throw new Error(`1 MUST violated`)'],
  ['conformance/model/one.ts', 'const storyLines = 3;'],
  ['conformance/model/one.ts', 'const allTwins = [];'],
  ['conformance/model/one.ts', 'const UNDECIDED_AFTER = 3;'],
  ['conformance/model/one.ts', '/** A lawful server. */'],
  ['conformance/model/lawful.ts', 'export {};'],
  ['scripts/recipe.mjs', '// Runs each row of a case with --rows.'],
  ['fixtures/valid/one.json', '{ "says": "the body is refused with 400" }'],
  ['generated/requirements.md', 'An answer 401 has a challenge.'],
  ['ARCHITECTURE.md', 'The user is told.'],
])('%s: %j is reported', (path, text) => {
  const { exitCode, lines } = checkTerms({ [path]: text });
  expect(exitCode).toBe(1);
  expect(lines[0]).toMatch(/^[^:]+:(1| in the file name): ".+": use ".+"$/);
});

test.each([
  ['README.md', 'A relative URL holds; reading a page, or proofreading it, does not prove anything.'],
  ['README.md', 'A run cannot prove that there are no failures.'],
  ['conformance/model/one.ts', "import { relative } from 'node:path';"],
  ['conformance/model/one.ts', 'class Violation {} // A violation improves nothing; `Retry-After` is a header field.'],
  ['spec/schemas/one.yaml', "x-source: 'resource-published: Properties, row status'"],
  ['CHANGELOG.md', 'Slips are now mutants, and readings are decisions: `reading: 0005` is `decision: 0005`.'],
  ['generated/client.ts', 'A slip in generated code is not text that people read.'],
])('%s: %j is not reported', (path, text) => {
  expect(checkTerms({ [path]: text })).toEqual({
    exitCode: 0,
    lines: [expect.stringMatching(/^no retired terms in /)],
  });
});
