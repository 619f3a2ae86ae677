import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../engine/package-root.js';
import type { Measured } from './measure.js';

/** The most that a whole standard run may take: seconds and megabytes. */
export const limits = { seconds: 60, megabytes: 150 };
/** Megabytes of the program itself: a run that cannot reach its target needs as much. */
const program = 80;

/** The page, from the root of the package. */
export const pagePath = 'docs/hostile.md';

/** The head of the table. */
export const head = [
  '| target | verdict | exit code | requests | seconds | of the processor | MB |',
  '|---|---|---|---|---|---|---|',
];

/** Whether a run ended with an exit code of its own, in time and without filling the memory. */
export function isWithin({ code, seconds, megabytes }: Pick<Measured, 'code' | 'seconds' | 'megabytes'>): boolean {
  return [0, 1, 2, 69].includes(code) && seconds <= limits.seconds && megabytes <= program + limits.megabytes;
}

/** The line of the table about a target. */
export function row(name: string, { verdict, code, requests, seconds, cpuSeconds, megabytes }: Measured): string {
  const said = verdict
    .replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1')
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ');
  const sent = Number.isNaN(requests) ? '' : requests;
  return `| ${[name, said, code, sent, seconds.toFixed(1), cpuSeconds.toFixed(1), megabytes].join(' | ')} |`;
}

/** The lines of the page as it is, by the name of the target. */
export async function writtenRows(): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(packageRoot(), pagePath), 'utf8').catch(() => '');
  const rows = text.split('\n').filter((line) => line.startsWith('| ') && !head.includes(line));
  return new Map(rows.map((line) => [line.split(' | ')[0]?.slice(2) ?? '', line]));
}

/** Writes the page with these lines in place of the ones about the same targets; `names` are all targets, in their order. */
export async function writePage(names: readonly string[], measured: ReadonlyMap<string, string>): Promise<void> {
  const written = await writtenRows();
  const rows = names.flatMap((name) => measured.get(name) ?? written.get(name) ?? []);
  const missing = names.filter((name) => !measured.has(name) && !written.has(name));
  await writeFile(join(packageRoot(), pagePath), page(rows, missing));
}

function page(rows: readonly string[], missing: readonly string[]): string {
  return `# Hostile and broken targets

A whole standard run of the compiled command line against each target, each in a process of its own, as
\`npm run hostile -- --write\` measured it with Node.js ${process.versions.node} on ${cpus().length} processors. The seconds depend on what else the
machine does, those of the processor hardly. At most ${limits.seconds} seconds are allowed, and ${limits.megabytes} MB beside the ${program} MB that a run needs
which cannot reach its target. The verdict ends with the reason that most requirements share and the first notice of the run.

${[...head, ...rows].join('\n')}
${missing.length > 0 ? `\nNot measured since they were added or changed, or beyond the limits when last measured (\`npm run hostile -- --missing --write\`): ${missing.join('; ')}.\n` : ''}`;
}
