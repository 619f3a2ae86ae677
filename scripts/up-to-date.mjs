// Compiles the package into dist/ when a source changed since the last time; run before every command that runs dist/.
// `--check` compiles nothing and exits with 1 when dist/ is older than the sources; `--clean` removes dist/ first.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'dist', '.sources');
/** What tsc does not emit, because it is not TypeScript to compile. */
const assets = [
  ...['api.d.ts', 'validators.js', 'validators.d.ts', 'fixture-validators.js', 'fixture-validators.d.ts'].map(
    (file) => `generated/${file}`,
  ),
  'conformance/report/html/assets/report.css',
  'conformance/report/html/assets/report.js',
];
const folders = ['conformance', 'generated'];
const settings = ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/up-to-date.mjs'];

/** The files below a folder, relative to the root, with forward slashes. Empty when there is no such folder. */
async function filesBelow(folder) {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  return files.map((file) =>
    join(file.parentPath, file.name)
      .slice(root.length + 1)
      .replaceAll('\\', '/'),
  );
}

/** A digest that changes when a source is added, removed, renamed or written. */
async function fingerprint() {
  const sources = [...(await Promise.all(folders.map(filesBelow))).flat(), ...settings];
  const lines = sources.sort().map(async (file) => {
    const { size, mtimeMs } = await stat(join(root, file));
    return `${file} ${size} ${mtimeMs}`;
  });
  return createHash('sha256')
    .update((await Promise.all(lines)).join('\n'))
    .digest('hex');
}

/** Removes what a source that no longer exists left in dist/: a folder of checks is a registry, so a leftover would still run. */
async function removeLeftovers() {
  const sources = new Set((await Promise.all(folders.map(filesBelow))).flat());
  for (const file of (await Promise.all(folders.map((folder) => filesBelow(`dist/${folder}`)))).flat()) {
    const source = file.slice('dist/'.length);
    if (!sources.has(source.replace(/(\.d)?\.[jt]s$/, '.ts')) && !assets.includes(source)) await rm(join(root, file));
  }
}

/** The entries that a program of CommonJS can require; the kit itself is only imported. */
const required = ['client', 'types', 'lifecycle', 'requirements', 'validators'];

/** Writes dist/cjs: one file of CommonJS for each entry, beside the declarations of dist/generated. */
async function compileCommonJs() {
  const from = join(root, 'dist', 'generated');
  const to = join(root, 'dist', 'cjs');
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true, filter: (file) => !/(?<!\.d\.ts|generated|runtime)$/.test(file) });
  const entryPoints = required.map((name) => join(from, `${name}.js`));
  await build({ entryPoints, outdir: to, bundle: true, format: 'cjs', platform: 'neutral', target: 'es2022' });
  await writeFile(join(to, 'package.json'), '{ "type": "commonjs" }\n');
}

async function compile() {
  await rm(stamp, { force: true });
  const compiler = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) {
    console.error(
      'The sources in conformance/ and generated/ do not compile; correct the errors above and run the command again.',
    );
    process.exit(1);
  }
  for (const file of assets) {
    await mkdir(dirname(join(root, 'dist', file)), { recursive: true });
    await copyFile(join(root, file), join(root, 'dist', file));
  }
  await removeLeftovers();
  await compileCommonJs();
}

if (process.argv.includes('--clean')) await rm(join(root, 'dist'), { recursive: true, force: true });
// Taken before compiling, so that a file written meanwhile is compiled next time.
const present = await fingerprint();
const compiled = await readFile(stamp, 'utf8').catch(() => '');
if (compiled !== present) {
  if (process.argv.includes('--check')) process.exit(1);
  await compile();
  await writeFile(stamp, present);
}
