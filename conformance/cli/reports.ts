import { requirements } from '../../generated/requirements.js';
import { identities } from '../engine/evidence/exchange.js';
import type { Result } from '../engine/run/outcome.js';
import { exitCodes } from '../engine/run/verdict.js';
import { tokenVariable } from '../engine/target.js';
import { quoted } from '../report/curl.js';
import { jsonReport } from '../report/json.js';
import { junitReport } from '../report/junit.js';
import { paint } from '../report/paint.js';
import type { RunRecord } from '../report/record.js';
import type { ReportSettings } from '../report/settings.js';
import { verdictLine } from '../report/summary.js';
import { terminalReport } from '../report/terminal.js';
import { bestNullServer } from '../report/null-server-score.js';
import type { ConformOptions } from './commands/conform.js';
import type { PlannedRun } from './config/conform-plan.js';
import { writeReport } from './config/report-file.js';
import { givenTokens, tokenOption } from './config/tokens.js';
import type { Io } from './io.js';

const says = (id: Result['id']) => requirements[id].says;

/** Writes all reports that were asked for. Gives 0, or 64 when a file could not be written. */
export async function writeReports(
  record: RunRecord,
  planned: PlannedRun,
  options: ConformOptions,
  { stdout, stderr, env }: Io,
): Promise<number> {
  const settings: ReportSettings = {
    paint: paint(stdout.isTTY && options.color && !env.NO_COLOR),
    width: Math.max(40, Math.min(stdout.columns, 120)),
    verbose: options.verbose ?? false,
    identities,
    says,
    again: again(record, options),
    bestNullServer,
  };
  const plain = { ...settings, paint: paint(false), width: 100 };
  if (record.fault && record.results.length === 0) {
    stderr.write(`security-actions: ${record.fault.message}\n`);
  } else {
    stdout.write(options.quiet ? `${verdictLine(record, settings.paint)}\n` : terminalReport(record, settings));
  }
  try {
    for (const [file, text] of [
      [planned.json, () => jsonReport(record, says, bestNullServer)],
      [planned.junit, () => junitReport(record, plain)],
    ] as const) {
      if (file === undefined) continue;
      await writeReport(file, text());
      if (!options.quiet) stdout.write(`written: ${file}\n`);
    }
    return 0;
  } catch (error) {
    stderr.write(`security-actions: ${error instanceof Error ? error.message : String(error)}\n`);
    return exitCodes.usage;
  }
}

/** The command for the same run on fewer requirements; a token stands as its variable. */
function again({ started }: RunRecord, options: ConformOptions): ReportSettings['again'] {
  const values = {
    '--offers': options.offers?.join(','),
    '--lacks': options.lacks?.join(','),
    '--vendor': options.vendor,
    '--provider': options.provider,
    '--action-name': options.actionName,
    '--timeout': options.timeout,
    '--settle': options.settle,
    '--sequences': options.sequences,
    '--budget': options.budget,
  };
  const flags = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${quoted(String(value))}`],
  );
  const writes = (options.allowWrites ?? []).map((one) => `--allow-writes ${quoted(one)}`);
  const tokens = givenTokens(options, {}).byOption.map(
    (identity) => `--${tokenOption(identity)} "$${tokenVariable(identity)}"`,
  );
  const rest = [...flags, ...writes, ...tokens].map((one) => ` ${one}`).join('');
  return (ids, seed, replay) =>
    `security-actions conform ${quoted(started?.target ?? '')} --only ${ids.join(',')} --seed ${seed}${rest}${
      replay === undefined ? '' : ` --replay ${quoted(replay)}`
    }`;
}
