import { readFile, writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { errorText } from '../../../engine/errors.js';
import { dealt } from '../../../engine/run/deal.js';
import type { Shard } from '../../../engine/run/shard.js';
import { headerOf } from '../../../record/header.js';
import type { SelftestOptions } from '../arguments.js';
import type { Report, Task } from '../report.js';

/** What one part of a divided self-test reported. */
export interface SelftestPart {
  readonly shard: Shard;
  /** What all parts have in common. */
  readonly run: RunOfParts;
  readonly durationMs: number;
  readonly reports: readonly Report[];
}

interface RunOfParts extends Pick<SelftestOptions, 'parts' | 'seed' | 'seeds' | 'whole' | 'named'> {
  /** The number of tasks of all parts. */
  readonly tasks: number;
  readonly digests: ReturnType<typeof headerOf>['digests'];
}

/** The tasks of a part. Tasks of a kind stand together, so dealing one after the other gives each part as many of each kind. */
export function tasksOf(tasks: readonly Task[], { part, of }: Shard): readonly Task[] {
  const nameOf = ({ kind, index }: Task) => `${kind} ${index}`;
  const partOf = dealt(
    tasks.map((task) => ({ name: nameOf(task), cost: 1 })),
    of,
  );
  return tasks.filter((task) => partOf.get(nameOf(task)) === part);
}

/** Writes the reports of a part to a file, for {@link readParts}. */
export async function writePart(
  file: string,
  { shard, reports, durationMs }: Pick<SelftestPart, 'shard' | 'reports' | 'durationMs'>,
  { parts, seed, seeds = 1, whole, named }: SelftestOptions,
  tasks: number,
): Promise<void> {
  const { digests } = headerOf({ target: '', settings: {}, secrets: [] });
  const run = { parts, seed, seeds, whole, ...(named !== undefined && { named }), tasks, digests };
  await writeFile(file, `${JSON.stringify({ shard, run, durationMs, reports } satisfies SelftestPart)}\n`);
}

/** Reads the reports of all parts. @throws Error for files that are not the parts of one self-test, each once. */
export async function readParts(files: readonly string[]): Promise<readonly [SelftestPart, ...SelftestPart[]]> {
  const found = await Promise.all(files.map(readPart));
  const [first] = found;
  if (!first) throw new Error('--merge: expected the files that --shard --save has written, received none');
  const { of } = first.shard;
  for (const [index, { shard, run }] of found.entries())
    if (shard.of !== of || !isDeepStrictEqual(run, first.run))
      throw new Error(
        `--merge: ${files[0]} and ${files[index]} are not parts of one self-test: run all parts in the same way`,
      );
  const numbers = found.map(({ shard }) => shard.part);
  for (let part = 1; part <= of; part++) {
    const times = numbers.filter((one) => one === part).length;
    if (times !== 1) throw new Error(`--merge: expected part ${part} of ${of} once, received it ${times} times`);
  }
  const reports = found.reduce((sum, part) => sum + part.reports.length, 0);
  if (reports !== first.run.tasks)
    throw new Error(`--merge: expected ${first.run.tasks} reports, received ${reports}: a part did not end`);
  return [first, ...found.slice(1)];
}

async function readPart(file: string): Promise<SelftestPart> {
  try {
    const part = JSON.parse(await readFile(file, 'utf8')) as SelftestPart;
    if (part.shard && part.run && Array.isArray(part.reports)) return part;
  } catch (error) {
    throw new Error(`--merge: ${file} cannot be read: ${errorText(error)}`);
  }
  throw new Error(`--merge: ${file} is not a file that --shard --save has written`);
}
