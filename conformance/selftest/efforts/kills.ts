import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Effort, efforts } from '../../engine/effort.js';
import { packageRoot } from '../../engine/package-root.js';
import { jsonText } from '../pages/json-text.js';
import type { Report } from '../run/report.js';

/** Where the last measurement is kept, from the root of the package. */
const path = 'conformance/selftest/efforts/kills.json';

/** How many mutants a run of each effort kills. */
export interface EffortKills {
  readonly seed: number;
  /** The number of mutants. */
  readonly of: number;
  readonly killed: Readonly<Record<Effort, number>>;
}

/**
 * Counts what the reports measured.
 *
 * @throws Error when a mutant was not measured.
 */
export function killsIn(reports: readonly Report[], seed: number): EffortKills {
  const measured = reports.flatMap(({ killedWith }) => (killedWith ? [killedWith] : []));
  if (measured.length < reports.length)
    throw new Error(
      `counting the kills of each effort: ${reports.length - measured.length} of ${reports.length} mutants were not measured`,
    );
  const count = (effort: Effort) => measured.filter((killedWith) => killedWith.includes(effort)).length;
  return {
    seed,
    of: measured.length,
    killed: Object.fromEntries(efforts.map((effort) => [effort, count(effort)])) as EffortKills['killed'],
  };
}

/** The counts, a line for each effort. */
export function killLines({ killed, of }: EffortKills): string {
  return efforts.map((effort) => `--effort ${effort}: ${killed[effort]} of ${of} mutants killed`).join('\n');
}

export async function writeKills(kills: EffortKills): Promise<void> {
  await writeFile(join(packageRoot(), path), `${jsonText(kills)}\n`);
  console.log(`written: ${path}`);
}

/** Reads the last measurement. */
export async function readKills(): Promise<EffortKills> {
  return JSON.parse(await readFile(join(packageRoot(), path), 'utf8')) as EffortKills;
}
