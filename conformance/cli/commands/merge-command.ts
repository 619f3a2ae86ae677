import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { merge } from '../../merge/merge.js';
import { runOfRecord } from '../../record/run-of-record.js';
import { repeatedOptions } from '../config/recorded-settings.js';
import { checkWritable } from '../config/report-file.js';
import type { Io } from '../io.js';
import { writeReports } from '../output/reports.js';

/** Merges the records of the parts of a run, prints the report of the whole, and returns its exit code. */
export async function mergeCommand(records: readonly string[], output: string | undefined, io: Io): Promise<number> {
  if (output !== undefined) await checkWritable('--output', output);
  const folder = output === undefined ? await mkdtemp(join(tmpdir(), 'security-actions-')) : undefined;
  try {
    const path = output ?? join(folder ?? '', 'merged.ndjson');
    const exitCode = await merge(records, path);
    const { header, run } = await runOfRecord(path);
    const options = repeatedOptions(header.settings);
    const rerun = { options, ...(header.named !== undefined && { target: header.named }) };
    await writeReports(run, { files: {}, rerun }, options, io);
    if (output !== undefined) io.stdout.write(`record written to ${output}\n`);
    return exitCode;
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
}
