import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { perform } from './perform.js';
import type { TargetFolder, Toolchain } from './target-folder.js';

/** Why a target cannot be started on this machine: its toolchain or its registry is missing. */
export class NotInstalled extends Error {}

interface Installation {
  /** Shows that the toolchain is present. */
  readonly present: readonly string[];
  /** Fetches the packages from the registry, in the folder of the target. */
  readonly fetch: (packages: readonly string[]) => readonly (readonly string[])[];
  /** Compiles the target. */
  readonly build?: readonly string[];
  /** Files to write before anything is fetched, by name. */
  readonly files?: (packages: readonly string[]) => Readonly<Record<string, string>>;
}

const installations: Readonly<Record<Toolchain, Installation>> = {
  npm: {
    present: ['npm', '--version'],
    fetch: (packages) => [
      ['npm', 'install', '--prefix', '.', '--no-audit', '--no-fund', '--ignore-scripts', ...packages],
    ],
  },
  pip: {
    present: ['python3', '--version'],
    fetch: (packages) => [
      ['python3', '-m', 'venv', '.venv'],
      ['.venv/bin/python', '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages],
    ],
  },
  go: {
    present: ['go', 'version'],
    fetch: () => [['go', 'mod', 'download']],
    build: ['go', 'build', '-o', 'bin/', './...'],
  },
  maven: {
    present: ['mvn', '--version'],
    fetch: (packages) =>
      packages.map((artifact) => ['mvn', '-q', 'dependency:copy', `-Dartifact=${artifact}`, '-DoutputDirectory=.']),
  },
  'maven with dependencies': {
    present: ['mvn', '--version'],
    files: (packages) => ({ 'pom.xml': projectObjectModel(packages) }),
    fetch: () => [['mvn', '-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib']],
  },
};

/** A Maven project that depends on the artifacts, each `group:artifact:version`. */
function projectObjectModel(artifacts: readonly string[]): string {
  const dependencies = artifacts.map((artifact) => {
    const [groupId, artifactId, version] = artifact.split(':');
    const members = Object.entries({ groupId, artifactId, version }).map(
      ([name, text]) => `<${name}>${text}</${name}>`,
    );
    return `<dependency>${members.join('')}</dependency>`;
  });
  return `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>interop</groupId><artifactId>interop</artifactId><version>1</version>
<dependencies>${dependencies.join('\n')}</dependencies></project>
`;
}

/**
 * Copies a target below `root` and installs its packages there, so that this project depends on none of them.
 *
 * @returns the folder to start the target in.
 * @throws NotInstalled when the toolchain is missing or the registry does not deliver; Error when the target does not compile.
 */
export async function install(
  { folder, name, toolchain, packages }: Pick<TargetFolder, 'folder' | 'name' | 'toolchain' | 'packages'>,
  root: string,
): Promise<string> {
  const { present, fetch, build, files } = installations[toolchain];
  const place = join(root, name);
  await mkdir(place, { recursive: true });
  await cp(folder, place, { recursive: true });
  if ((await perform(present, place)).exitCode !== 0) throw new NotInstalled(`${present[0]} is not installed`);
  const installed = join(place, '.installed');
  if ((await readFile(installed, 'utf8').catch(() => undefined)) !== packages.join(' ')) {
    for (const [file, text] of Object.entries(files?.(packages) ?? {})) await writeFile(join(place, file), text);
    for (const command of fetch(packages)) {
      const { exitCode, output } = await perform(command, place);
      if (exitCode !== 0) throw new NotInstalled(`${command.slice(0, 3).join(' ')} failed: ${lastLine(output)}`);
    }
    await writeFile(installed, packages.join(' '));
  }
  if (!build) return place;
  const { exitCode, output } = await perform(build, place);
  if (exitCode !== 0) throw new Error(`Failed to compile ${name}: ${output.trim()}`);
  return place;
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}
