import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../engine/package-root.js';
import type { Finding, Received } from './compare.js';
import { perform } from './perform.js';

/** The members of the JSON report that are read here. */
interface Report {
  readonly results: readonly {
    readonly id: string;
    readonly level: 'MUST' | 'SHOULD' | 'MAY';
    readonly outcome: string;
  }[];
}

/** Runs the command line of the kit against `url`, as a user would, and writes what it prints to `name`.txt in `folder`. */
export async function conform(
  url: string,
  options: readonly string[],
  { folder, name, env }: { folder: string; name: string; env: Readonly<Record<string, string>> },
): Promise<Received & { readonly output: string }> {
  const cli = join(packageRoot(), 'dist/conformance/cli/main.js');
  const file = join(folder, `${name}.json`);
  await rm(file, { force: true });
  const command = [
    process.execPath,
    cli,
    'conform',
    url,
    '--json',
    file,
    '--seed',
    '1',
    '--budget',
    '120000',
    '--no-color',
    ...options,
  ];
  const { exitCode, output } = await perform(command, folder, env);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  const report: Report = text === undefined ? { results: [] } : JSON.parse(text);
  const findings = report.results.filter(
    (one): one is Finding => one.level !== 'MAY' && (one.outcome === 'failed' || one.outcome === 'inconclusive'),
  );
  return { exitCode, findings, output };
}
