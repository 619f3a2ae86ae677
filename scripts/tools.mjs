// `npm run tools [-- NAME …]`: installs other people's tools into a temporary folder, runs them on both generated documents, and
// writes what each says to docs/tools.md. It needs the network. With names it prints the rows of these tools and writes nothing.
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { must, project, run } from './package/packed.mjs';
import { tools } from './tools/catalogue.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const documents = ['openapi.json', 'openapi-3.0.json'];
const strict = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--lib', 'es2022,dom,dom.iterable'];
const modules = ['--module', 'esnext', '--moduleResolution', 'bundler', '--allowImportingTsExtensions'];

/** Installs a tool. Returns its folder and version. */
async function install({ name, packages }, folder) {
  const at = await project(folder, name.replaceAll(/\W+/g, '-'), { type: 'module' });
  await must(at, 'npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages);
  await cp(join(root, 'scripts/tools/programs'), at, { recursive: true });
  const manifest = join(at, 'node_modules', packages[0], 'package.json');
  return { at, version: JSON.parse(await readFile(manifest, 'utf8')).version };
}

/** What a tool says about a document, as one line. */
async function ask(tool, at, name) {
  const out = join(at, `out-${name}`);
  await mkdir(out);
  const place = {
    document: join(root, 'generated', name),
    fixture: join(root, 'fixtures/documented/create.json'),
    out,
    bin: (command) => join(at, 'node_modules/.bin', command),
    program: (of) => join(at, `${of}.mjs`),
  };
  for (const [file, text] of Object.entries(tool.files?.(place) ?? {})) await writeFile(join(at, file), text);
  const { code, output, stdout } = await run(at, ...tool.command(place));
  // A linter ends with 1 when it reports problems; without JSON it did not run.
  if (tool.problems && stdout.trim() !== '') return counted(tool.problems(stdout));
  if (code !== 0) return `fails: ${shortened(output, at)}`;
  if (tool.compiles) return compiled(tool, at, out);
  // One digit, because some tools draw the values of examples.
  if (tool.makes)
    return `makes a file of about ${Number(((await stat(join(out, tool.makes))).size / 1000).toPrecision(1))} kB`;
  return output.trim() === '' ? 'valid' : shortened(output, at);
}

async function compiled({ compiles }, at, out) {
  const tsc = join(at, 'node_modules/.bin/tsc');
  const { code, output } = await run(at, tsc, ...strict, ...modules, join(out, compiles));
  const errors = output.split('\n').filter((line) => line.includes('error TS'));
  if (code === 0) return 'its code compiles';
  return `its code has ${errors.length} TypeScript errors: ${shortened(errors[0] ?? output, at)}`;
}

/** How often each rule was broken. */
function counted(rules) {
  const names = [...new Set(rules)].sort();
  if (names.length === 0) return 'no problem';
  return names.map((name) => `${rules.filter((rule) => rule === name).length} × ${name}`).join(', ');
}

/** The line of an output that names the error, or its first one, without the names of folders and without colours. */
function shortened(output, at) {
  const text = output
    .replaceAll(`${at}/`, '')
    .replaceAll(`${root}/`, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it removes colours.
    .replaceAll(/\u001b\[[\d;]*m/g, '');
  const lines = text.split('\n').map((line) => line.trim());
  const start = Math.max(
    0,
    lines.findIndex((line) => /^(\w*Error|Error\b.*):/.test(line)),
  );
  const line = lines.slice(start).find((one) => one !== '') ?? 'no output';
  return line.replaceAll('|', '\\|').slice(0, 200);
}

const names = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'tools-'));
const rows = [];
try {
  for (const tool of tools.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const { at, version } = await install(tool, folder);
    const says = [];
    for (const name of documents) says.push(await ask(tool, at, name));
    rows.push(`| ${[tool.name, version, ...says].join(' | ')} |`);
    console.log(rows.at(-1));
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
if (names.length === 0) {
  const notes = await readFile(join(root, 'scripts/tools/notes.md'), 'utf8');
  const head = [`| tool | version | ${documents.join(' | ')} |`, '|---|---|---|---|'];
  const title = ["# The contract in other people's tools", '', 'Written by `npm run tools`. Do not edit.', ''];
  await mkdir(join(root, 'docs'), { recursive: true });
  await writeFile(join(root, 'docs/tools.md'), `${[...title, ...head, ...rows, '', notes].join('\n').trim()}\n`);
}
