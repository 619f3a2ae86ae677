import { ConfigurationError } from '../../engine/errors.js';
import { runOfRecord } from '../../record/run-of-record.js';
import { repeatedOptions } from '../config/recorded-settings.js';
import { checkWritable } from '../config/report-file.js';
import { type ReportFiles, reportFiles } from '../config/report-options.js';
import type { Io } from '../io.js';
import { ExchangeReports } from '../output/exchange-reports.js';
import { writeReportFiles } from '../output/report-formats.js';
import { writeReports } from '../output/reports.js';

const incomplete = 1;

/** Writes these reports from a record; without any, prints the report for the terminal. Returns the exit code. */
export async function reportCommand(record: string, given: ReportFiles, io: Io): Promise<number> {
  const files = reportFiles(given);
  for (const [name, file] of Object.entries(files)) await checkWritable(`--${name}`, file);
  const reports = new ExchangeReports(files);
  try {
    const { header, run, isComplete } = await runOfRecord(record, (line) => reports.add(line));
    const options = repeatedOptions(header.settings);
    const rerun = { options, ...(header.named !== undefined && { target: header.named }) };
    if (Object.keys(files).length === 0) await writeReports(run, { files, rerun }, options, io);
    else {
      const read = { run, rerun, record: { path: record, reports }, isComplete };
      const problems = await writeReportFiles(files, read, (_, file) => io.stdout.write(`report written to ${file}\n`));
      if (problems.length > 0) throw new ConfigurationError(problems.join('\n'));
    }
    if (isComplete) return 0;
  } finally {
    reports.discard();
  }
  io.stderr.write(
    `security-actions: ${record} is incomplete: the run was killed, or the file was cut; it shows no verdict\n`,
  );
  return incomplete;
}
