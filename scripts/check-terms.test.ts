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

/** Each in a file of its own. */
const retired = {
  'spec/requirements/get.yaml': "source: 'reading: 0005'",
  'conformance/a.ts': '// Allowed by reading 0031.',
  'conformance/b.ts': '// Readings 0031 and 0044 say so.',
  'conformance/c.ts': "outcome === 'held'",
  'conformance/d.ts': 'throw new Error(`1 MUST violated`)',
  'conformance/e.ts': 'const storyLines = 3;',
  'conformance/f.ts': 'const allTwins = [];',
  'conformance/g.ts': 'const UNDECIDED_AFTER = 3;',
  'conformance/h.ts': '/** A lawful server. */',
  'scripts/recipe.mjs': '// Runs each row of a case with --rows.',
  'fixtures/valid/one.json': '{ "says": "the body is refused with 400" }',
  'generated/requirements.md': 'An answer 401 has a challenge.',
  'ARCHITECTURE.md': 'The user is told.',
};
const reported = checkTerms(retired);

test.each(Object.entries(retired))('%s: %j is reported', (path) => {
  expect(reported.lines).toContainEqual(expect.stringMatching(new RegExp(`^${path}:1: ".+": use ".+"$`)));
});

test('a retired term in a file name is reported', () => {
  expect(checkTerms({ 'conformance/lawful.ts': 'export {};' }).lines[0]).toMatch(
    /^conformance\/lawful\.ts: in the file name: "lawful": use /,
  );
});

test('other uses of the same words are not reported', () => {
  const { exitCode, lines } = checkTerms({
    'README.md': 'A relative URL holds; reading a page, or proofreading it, does not prove anything.',
    'CONTRIBUTING.md': 'A run cannot prove that there are no failures.',
    'conformance/a.ts': "import { relative } from 'node:path';",
    'conformance/b.ts': 'class Violation {} // A violation improves nothing; `Retry-After` is a header field.',
    'spec/schemas/one.yaml': "x-source: 'resource-published: Properties, row status'",
    'CHANGELOG.md': 'Slips are now mutants, and readings are decisions: `reading: 0005` is `decision: 0005`.',
    'generated/client.ts': '// A slip in generated code is not checked.',
  });
  expect(lines).toEqual(['no retired terms in 6 files']);
  expect(exitCode).toBe(0);
});
