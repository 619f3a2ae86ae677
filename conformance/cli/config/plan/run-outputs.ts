import { ConfigurationError } from '../../../engine/errors.js';
import { type ConformOptions, conformOptions } from '../conform-options.js';
import { defined } from '../defined.js';
import { checkRecordable, checkWritable, fileFor } from '../report-file.js';
import { type ReportFiles, reportFiles } from '../report-options.js';
import type { PlannedRun } from './planned-run.js';

/** The files that a run writes; with the name of its target when there are other targets. */
export function filesFor(
  flags: ConformOptions,
  target: string | undefined,
): Pick<PlannedRun, 'files' | 'record' | 'writeBaseline'> {
  const named = Object.entries(outputs(flags)).map(([name, path]) => [
    name,
    target === undefined ? path : fileFor(path, target),
  ]);
  const { record, writeBaseline, ...files }: Outputs = Object.fromEntries(named);
  return { files, ...defined({ record, writeBaseline }) };
}

type Outputs = ReportFiles & Pick<ConformOptions, 'record' | 'writeBaseline'>;

/** The files that the options name. @throws ConfigurationError when two options name the same file. */
function outputs(given: ConformOptions): Outputs {
  const { record, writeBaseline } = given;
  const named = { ...reportFiles(given), ...defined({ record, writeBaseline }) };
  const flags = new Map<string, string>();
  for (const [name, path] of Object.entries(named)) {
    const earlier = flags.get(path);
    if (earlier !== undefined)
      throw new ConfigurationError(`${earlier} and ${flagOf(name)} both name "${path}": give each its own file`);
    flags.set(path, flagOf(name));
  }
  return named;
}

/** @throws ConfigurationError for a file that cannot be written. */
export async function checkOutputs({ files, record, writeBaseline }: PlannedRun): Promise<void> {
  for (const [name, path] of Object.entries({ ...files, ...defined({ writeBaseline }) }))
    await checkWritable(flagOf(name), path);
  if (record !== undefined) await checkRecordable(record);
}

function flagOf(name: string): string {
  const { flags } = conformOptions[name as keyof ConformOptions];
  return flags.split(' ')[0] ?? name;
}
