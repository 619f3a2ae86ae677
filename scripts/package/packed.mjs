// Packs this package as it would be published, into a temporary folder, for the scripts that try it as a user.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Runs a command without a shell. Resolves to its output and exit code; it does not reject. */
export async function run(cwd, command, ...rest) {
  const env = { ...process.env, NO_COLOR: '1' };
  return promisify(execFile)(command, rest, { cwd, env, maxBuffer: 64 * 1024 * 1024 }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr, stdout }),
    ({ code, stdout = '', stderr = '', message }) => ({ code, output: stdout + stderr || message, stdout }),
  );
}

/** Runs a command that has to succeed. @throws Error with its output. */
export async function must(cwd, command, ...rest) {
  const { code, output } = await run(cwd, command, ...rest);
  if (code !== 0) throw new Error(`${command} ${rest.join(' ')} ended with ${code}:\n${output}`);
  return output;
}

/** Creates an empty project of a user below `folder`. */
export async function project(folder, name, manifest = {}) {
  const at = join(folder, name);
  await mkdir(at, { recursive: true });
  await writeFile(join(at, 'package.json'), JSON.stringify({ name, private: true, ...manifest }));
  return at;
}

/** Calls `use` with a temporary folder and the tarball of this package in it, and removes the folder afterwards. */
export async function withPackage(use) {
  const folder = await mkdtemp(join(tmpdir(), 'packed-'));
  try {
    await must(root, process.execPath, 'scripts/up-to-date.mjs');
    const packed = await must(root, 'npm', 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder);
    return await use(folder, join(folder, packed.trim().split('\n').at(-1)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
