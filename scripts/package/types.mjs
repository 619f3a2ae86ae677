// `npm run package:types`: compiles the program of a user, scripts/user/client.ts.txt, against the tarball with each version of
// TypeScript from the lowest that the package supports to the newest, as ESM and CommonJS, with each way to resolve modules.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { must, project, run, withPackage } from './packed.mjs';

const versions = ['5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '6.0', 'latest'];
const here = join(dirname(fileURLToPath(import.meta.url)), '..', 'user');
const { strict, modes } = JSON.parse(await readFile(join(here, 'compilations.json'), 'utf8'));
const program = await readFile(join(here, 'client.ts.txt'), 'utf8');

await withPackage(async (folder, tarball) => {
  const user = await project(folder, 'user');
  await must(user, 'npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', tarball);
  await writeFile(join(user, 'esm.mts'), program);
  await writeFile(join(user, 'common.cts'), program);
  await writeFile(join(user, 'plain.ts'), program);
  for (const version of versions) {
    const at = await project(folder, `typescript-${version}`);
    await must(at, 'npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', `typescript@${version}`);
    const compiler = join(at, 'node_modules/typescript/bin/tsc');
    const found = (await must(at, process.execPath, compiler, '--version')).trim();
    const [major] = found.replace('Version ', '').split('.').map(Number);
    for (const { name, file, options, until } of modes) {
      if (until !== undefined && major >= until) {
        console.log(`${found}  ${name}: this version has no such resolution`);
        continue;
      }
      const settings = {
        compilerOptions: { ...strict, ...options, ...(major === 6 && { ignoreDeprecations: '6.0' }) },
        files: [file],
      };
      await writeFile(join(user, 'tsconfig.json'), JSON.stringify(settings));
      const { code, output } = await run(user, process.execPath, compiler, '-p', '.');
      console.log(`${found}  ${name}: ${code === 0 ? 'compiles' : `does not compile\n${output}`}`);
      if (code !== 0) process.exitCode = 1;
    }
  }
});
