// `npm run package:weight`: installs the tarball with npm and pnpm in empty projects, and fails when that brings more than 20
// packages, more than 15 MB, or a script that runs on install.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { must, project, withPackage } from './packed.mjs';

const most = { packages: 20, megabytes: 15 };

/** The weight of what was installed in a folder. Links are not followed, so that pnpm's store is counted once. */
async function weigh(folder) {
  const entries = await readdir(join(folder, 'node_modules'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  const manifests = files.filter((file) =>
    /node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/.test(file.replaceAll('\\', '/')),
  );
  const packages = await Promise.all(manifests.map(async (file) => JSON.parse(await readFile(file, 'utf8'))));
  return {
    packages: packages.length,
    megabytes: Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1e5) / 10,
    scripts: packages
      .filter(({ scripts = {} }) => scripts.preinstall ?? scripts.install ?? scripts.postinstall)
      .map(({ name }) => name),
  };
}

const weights = await withPackage(async (folder, tarball) => {
  const tools = await project(folder, 'tools');
  await must(tools, 'npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', 'pnpm@10');
  const npm = await project(folder, 'with-npm');
  await must(npm, 'npm', 'install', '--no-audit', '--no-fund', tarball);
  const pnpm = await project(folder, 'with-pnpm');
  await must(pnpm, join(tools, 'node_modules/.bin/pnpm'), 'add', '--store-dir', join(folder, 'store'), tarball);
  return { npm: await weigh(npm), pnpm: await weigh(pnpm) };
});

for (const [name, { packages, megabytes, scripts }] of Object.entries(weights)) {
  console.log(
    `${name}: ${packages} packages, ${megabytes} MB, ${scripts.length} install scripts ${scripts.join(' ')}`.trim(),
  );
  if (packages > most.packages || megabytes > most.megabytes || scripts.length > 0) process.exitCode = 1;
}
if (process.exitCode)
  console.error(`expected at most ${most.packages} packages, ${most.megabytes} MB and no install script`);
