import { readdir, readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packagePaths, wrongImports } from './import-direction.js';

const root = join(import.meta.dirname, '..');
const folders = ['generated', 'conformance', 'fixtures', 'scripts'];

/** Servers that install what they import themselves. */
const servers = /^conformance\/interop\/(natural|sdks|tools)\//;

/** Every source file of this project that is not a test, with its text. */
const files: [file: string, text: string][] = [];
for (const folder of folders) {
  for (const entry of await readdir(join(root, folder), { recursive: true })) {
    const file = `${folder}/${entry.replaceAll('\\', '/')}`;
    if (!/\.(ts|js|mjs)$/.test(file) || file.endsWith('.test.ts') || servers.test(file)) continue;
    files.push([file, await readFile(join(root, file), 'utf8')]);
  }
}

test('the imports of the project follow the import rules', () => {
  expect(files.length).toBeGreaterThan(500);
  expect(files.flatMap(([file, text]) => wrongImports(file, text))).toEqual([]);
});

test('no import names a file that a package does not export', async () => {
  const named = files.flatMap(([file, text]) =>
    packagePaths(file, text).map((one) => ({ file, name: one[0], path: one[1] })),
  );
  const wrong: string[] = [];
  for (const { file, name, path } of named) {
    if (builtinModules.includes(name)) continue;
    const { exports } = JSON.parse(await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8'));
    // Ajv has no exports map; its documentation names these two files as entries.
    if (name === 'ajv' && ['dist/2020.js', 'dist/standalone/index.js'].includes(path)) continue;
    if (exports?.[`./${path}`] === undefined)
      wrong.push(`${file} imports ${name}/${path}, which ${name} does not export`);
  }
  expect(wrong).toEqual([]);
});

test.each([
  ['generated/client.ts', '../conformance/engine/run/run.js', 'generated imports nothing of ours'],
  ['conformance/model/action-model.ts', '../engine/evidence/reply.js', 'model imports generated only'],
  ['conformance/engine/run/run.ts', '../../report/text.js', 'engine imports generated and model only'],
  ['conformance/engine/run/run.ts', '../../checks/registry.js', 'engine imports generated and model only'],
  ['conformance/engine/judge/expect.ts', '../http/api.js', 'engine/judge never imports engine/http'],
  ['conformance/checks/registry.ts', '../model/lifecycle.js', 'the registry imports engine'],
  ['conformance/checks/create/a.case.ts', '../../../generated/lifecycle.js', 'checks import engine and model only'],
  ['conformance/checks/create/a.case.ts', '../../explore/sequences/index.js', 'checks import engine and model only'],
  ['conformance/checks/create/a.case.ts', '../../reference/index.js', 'checks import engine and model only'],
  ['conformance/explore/sequences/index.ts', '../../checks/registry.js', 'explore imports engine and model only'],
  ['conformance/report/text.ts', '../engine/http/redaction.js', 'a report sends nothing'],
  ['conformance/report/text.ts', '../engine/run/session/session.js', 'a report sends nothing'],
  ['conformance/report/text.ts', '../model/lifecycle.js', 'a report sends nothing'],
  ['conformance/compare/difference.ts', '../engine/run/run.js', 'it reads files and sends nothing'],
  ['conformance/compare/difference.ts', '../engine/http/sender.js', 'it reads files and sends nothing'],
  ['conformance/reference/routes.ts', '../engine/package-root.js', 'cannot share a mistake'],
  ['conformance/reference/routes.ts', '../model/action-model.js', 'cannot share a mistake'],
  ['conformance/mock/prism.ts', '../engine/http/sender.js', 'mock imports engine/errors and engine/package-root only'],
  [
    'conformance/mock/prism.ts',
    '../../generated/requirements.js',
    'mock imports engine/errors and engine/package-root only',
  ],
  ['conformance/selftest/main.ts', '../index.js', 'neither cli nor the public API'],
  ['conformance/selftest/main.ts', '../cli/main.js', 'nothing imports cli'],
  ['conformance/checks/create/a.mutants.ts', '../../cli/io.js', 'nothing imports cli'],
  ['conformance/checks/create/a.mutants.ts', '../../vitest.js', 'neither cli nor the public API'],
  ['conformance/index.ts', './cli/main.js', 'nothing imports cli'],
  ['conformance/index.ts', './selftest/null-servers/score.js', 'the package does not contain them'],
  ['conformance/cli/output/reports.ts', '../../checks/create/a.mutants.js', 'the package does not contain them'],
  ['conformance/cli/io.ts', '../../scripts/generate/outputs.js', 'nothing imports scripts'],
  ['conformance/vitest.ts', './engine/testing.js', 'only tests import test helpers'],
  ['conformance/report/terminal.ts', './testing/values.js', 'only tests import test helpers'],
  ['fixtures/read.ts', '../generated/client.js', 'fixtures import nothing of ours'],
  ['scripts/check.ts', '../fixtures/read.js', 'scripts import generated and conformance only'],
])('%s must not import %s', (file, specifier, sentence) => {
  for (const text of [
    `import { one } from '${specifier}';`,
    `import type { One } from '${specifier}';`,
    `export * from '${specifier}';`,
    `const one = await import('${specifier}');`,
    `type One = import('${specifier}').One;`,
    `import '${specifier}';`,
  ])
    expect(wrongImports(file, text), text).toEqual([
      expect.stringMatching(`^${file} imports ${specifier}: .*${sentence}`),
    ]);
});

test.each([
  ['conformance/model/action-model.ts', '../../generated/lifecycle.js'],
  ['conformance/engine/run/run.ts', '../../../generated/requirements.js'],
  ['conformance/engine/run/run.ts', '../../model/lifecycle.js'],
  ['conformance/engine/world/world.ts', '../http/api.js'],
  ['conformance/engine/judge/expect.ts', '../evidence/reply.js'],
  ['conformance/checks/registry.ts', '../../generated/requirements.js'],
  ['conformance/checks/create/a.case.ts', '../../engine/check.js'],
  ['conformance/checks/create/a.case.ts', './_bodies.js'],
  ['conformance/checks/lifecycle/a.case.ts', '../../engine/race/race.js'],
  ['conformance/checks/create/a.mutants.ts', '../../selftest/mutant.js'],
  ['conformance/checks/create/a.mutants.ts', '../../reference/rejection.js'],
  ['conformance/checks/create/a.mutants.ts', '../list/b.mutants.js'],
  ['conformance/explore/sequences/search.ts', '../../model/lifecycle.js'],
  ['conformance/report/text.ts', '../engine/run/outcome.js'],
  ['conformance/report/format/text.ts', './paint.js'],
  ['conformance/compare/read-run.ts', '../record/read-record.js'],
  ['conformance/reference/routes.ts', '../model/lifecycle.js'],
  ['conformance/mock/prism.ts', '../engine/package-root.js'],
  ['conformance/selftest/main.ts', '../checks/registry.js'],
  ['conformance/cli/main.ts', '../engine/run/run.js'],
  ['conformance/cli/main.ts', './io.js'],
  ['conformance/index.ts', '../generated/client.js'],
  ['scripts/bench.ts', '../conformance/selftest/load.js'],
  ['scripts/bench.ts', './bench/replay.js'],
  ['conformance/cli/main.ts', 'commander'],
])('%s may import %s', (file, specifier) => {
  expect(wrongImports(file, `import { one } from '${specifier}';`)).toEqual([]);
});

test('a path into a package is found behind plain and scoped names', () => {
  const text = "import 'a'; import '@b/c'; import 'a/b.js'; import '@b/c/d/e.js'; import './f/g.js'; import 'node:fs';";
  expect(packagePaths('a.ts', text)).toEqual([
    ['a', 'b.js'],
    ['@b/c', 'd/e.js'],
  ]);
});
