import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { efforts } from '../conformance/engine/effort.js';
import { exitCodes } from '../conformance/engine/run/verdict.js';
import { readKills } from '../conformance/selftest/efforts/kills.js';
import { requirements } from '../generated/requirements.js';
import { codeBlocks } from './code-blocks.js';

const root = join(import.meta.dirname, '..');
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const readme = text('README.md');

test('the failure in the README is part of a golden report, with omitted lines shown as …', () => {
  const [, section = ''] = /<!-- failure -->\n([\s\S]*?)<!-- \/failure -->/.exec(readme) ?? [];
  const [failure = ''] = codeBlocks(section, '');
  const golden = text('conformance/report/golden/failing.txt');
  const parts = failure.split(/^…\n/m);
  const positions = parts.map((part) => golden.indexOf(part));
  expect(failure.split('\n').length).toBeGreaterThan(12);
  expect(parts.filter((_, index) => positions[index] === -1)).toEqual([]);
  expect(positions).toEqual(positions.toSorted((a, b) => a - b));
});

test('the README states how many mutants each effort was measured to kill', async () => {
  const { killed, of } = await readKills();
  const rows = efforts.map((effort) => new RegExp(`^\\| ${effort} \\|.*\\| (.*) \\|$`, 'm').exec(readme)?.[1]);
  expect(rows).toEqual(efforts.map((effort) => `${killed[effort]} of ${of}`));
});

test('the TypeScript of the README compiles under strict and exactOptionalPropertyTypes', () => {
  const snippets = codeBlocks(readme, 'ts');
  expect(snippets.length).toBeGreaterThan(1);
  const files = new Map(snippets.map((snippet, index) => [join(root, `readme-${index + 1}.ts`), snippet]));
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    noEmit: true,
    paths: {
      'security-actions-contract': [join(root, 'generated/client.ts')],
      'security-actions-contract/vitest': [join(root, 'conformance/vitest.ts')],
      'security-actions-contract/conformance': [join(root, 'conformance/index.ts')],
    },
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.getSourceFile = (path, ...rest) => {
    const snippet = files.get(path);
    return snippet === undefined
      ? getSourceFile(path, ...rest)
      : ts.createSourceFile(path, snippet, ts.ScriptTarget.ES2023);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  const problems = program.getSourceFiles().flatMap((file) => {
    if (!files.has(file.fileName)) return [];
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  });
  expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
}, 60_000);

test('the README names every exit code', () => {
  const named = [...readme.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
  expect(named).toEqual([...Object.values(exitCodes)].sort((a, b) => a - b));
});

test('the README and the changelog name the number of requirements', () => {
  const count = Object.keys(requirements).length;
  expect(readme).toContain(`a catalogue of ${count} requirements`);
  expect(text('CHANGELOG.md')).toContain(`${count} requirements`);
});

test.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])(
  'every relative link in %s leads to a file',
  (file) => {
    const links = [...text(file).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
  },
);

test('ARCHITECTURE.md has a reason for every dependency', () => {
  const { dependencies, devDependencies } = JSON.parse(text('package.json'));
  const [, table = ''] = text('ARCHITECTURE.md').split('## Dependencies');
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) expect(table).toContain(`\`${name}\``);
});

test('ARCHITECTURE.md names existing folders', () => {
  const [, layout = ''] = text('ARCHITECTURE.md').split('## Layout');
  const named = [...layout.matchAll(/^\| `([\w/]+)\/(?:<area>\/)?`/gm)].map(([, folder = '']) => folder);
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((folder) => !existsSync(join(root, folder)))).toEqual([]);
});
