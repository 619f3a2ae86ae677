import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { allChecks } from '../checks/registry.js';
import { ConfigurationError } from '../engine/errors.js';
import type { Header, RecordLine, ScannedLine } from '../record/lines.js';
import { readRecord } from '../record/read-record.js';
import { RecordFile } from '../record/record-file.js';
import { inspect } from '../verify/integrity.js';
import { type MergedRun, mergedRun } from './merged-run.js';
import { PartLines, type PartRun } from './part-run.js';
import { renumbered } from './renumbered.js';
import { inOrder, type Part } from './same-run.js';

/**
 * Merges the records of all parts of a run to one record. Returns the exit code of the whole run.
 *
 * @throws ConfigurationError for records that are not whole, or that are not the parts of one run.
 */
export async function merge(paths: readonly string[], output: string): Promise<number> {
  if (paths.some((path) => resolve(path) === resolve(output)))
    throw new ConfigurationError(`${output} cannot be written: it is one of the records to merge`);
  const read: (Part & Pick<Found, 'exchanges' | 'scanned'>)[] = [];
  for (const path of paths) read.push(await found(path));
  const parts = inOrder(read).flatMap((one) => read.filter(({ path }) => path === one.path));
  const offsets = parts.map((_, index) => parts.slice(0, index).reduce((sum, { exchanges }) => sum + exchanges, 0));
  const runs = parts.map(({ run }, index) => shifted(run, offsets[index] ?? 0)) as [PartRun, ...PartRun[]];
  const merged = mergedRun(runs, await allChecks());
  const unfinished = `${output}.${process.pid}.tmp`;
  const file = new RecordFile(unfinished, headerOf(parts));
  try {
    await writeTo(file, parts, offsets, merged);
    await rename(unfinished, output);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return merged.exitCode;
}

interface Found extends Part {
  readonly exchanges: number;
  readonly scanned: ScannedLine;
}

/** Reads the record of a part. */
async function found(path: string): Promise<Found> {
  const wrong = (what: string) => new ConfigurationError(`${path} cannot be merged: ${what}`);
  const { header, differences, exchanges, lines } = await inspect(path);
  const [difference] = differences;
  if (difference !== undefined) throw wrong(difference);
  const all = new PartLines();
  for await (const { line } of readRecord(path)) all.add(line);
  if (all.fault !== undefined) throw wrong(`the run in it ended early: ${all.fault}; run this part again`);
  const { run } = all;
  if (!run) throw wrong('the run in it has not finished; run this part again');
  return { path, header, run, exchanges, scanned: lines.get('scanned') as ScannedLine };
}

function shifted(run: PartRun, offset: number): PartRun {
  const results = [...run.results].map(
    ([id, result]) => [id, renumbered({ type: 'decided', result } as const, offset).result] as const,
  );
  return { ...run, results: new Map(results), explained: renumbered(run.explained, offset) };
}

function headerOf(parts: readonly Part[]): Header {
  const headers = parts.map(({ header }) => header);
  const [first] = headers as [Header, ...Header[]];
  const { shard, ...header } = first;
  const { shard: _, ...settings } = header.settings;
  const secrets = new Map(headers.flatMap((one) => one.secrets.map((secret) => [secret.name, secret])));
  const startedAt = headers.map((one) => one.startedAt).sort()[0] ?? first.startedAt;
  return { ...header, settings, startedAt, secrets: [...secrets.values()], parts: headers };
}

async function writeTo(
  file: RecordFile,
  parts: readonly (Part & Pick<Found, 'scanned'>)[],
  offsets: readonly number[],
  { beginning, end, exitCode }: MergedRun,
): Promise<void> {
  try {
    for (const line of beginning) file.write(line);
    for (const [index, { path }] of parts.entries())
      for await (const { line } of readRecord(path)) {
        const own = lineOf(line, index + 1, offsets[index] ?? 0);
        if (own) file.write(own);
      }
    for (const line of end) file.write(line);
    file.write(scannedOf(parts.map(({ scanned }) => scanned)));
    file.end(exitCode);
  } catch (error) {
    file.close();
    throw error;
  }
  if (file.problem) throw file.problem;
}

/** A line of the record of a part as the merged record has it. */
function lineOf(line: RecordLine, part: number, offset: number): RecordLine | undefined {
  if (line.type === 'header' || line.type === 'scanned' || line.type === 'end' || line.type === 'part')
    return undefined;
  const own = renumbered(line, offset);
  if (own.type === 'exchange' || own.type === 'played') return { ...own, part };
  return { type: 'part', part, line: own };
}

/** Everything in a merged record was searched in the records of the parts. */
function scannedOf(all: readonly ScannedLine[]): ScannedLine {
  const files = all.flatMap((scanned, index) =>
    scanned.files.flatMap((file) => (file.name === 'record' ? [{ ...file, name: `record of part ${index + 1}` }] : [])),
  );
  const sum = (count: (scanned: ScannedLine) => number) => all.reduce((total, one) => total + count(one), 0);
  const [secrets, spellings, hits] = [sum((one) => one.secrets), sum((one) => one.spellings), sum((one) => one.hits)];
  return { type: 'scanned', files, secrets, spellings, hits };
}
