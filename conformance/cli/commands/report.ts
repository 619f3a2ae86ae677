import { addOptions } from '../config/option.js';
import { type ReportFiles, reportOptions } from '../config/report-options.js';
import type { Context } from '../program.js';

const epilogue = `
The files are the same, byte for byte, as those that security-actions conform writes at the end of the run.
A record without its end is incomplete: the reports say that the run has not finished, and the exit code is 1.

Exit codes:
    0  the reports were written
    1  the record is incomplete
   64  mistake on the command line, or a file could not be read or written

Example:
  security-actions report run.ndjson --html report.html --junit junit.xml`;

/** `security-actions report`: writes reports from a record. */
export function declareReport({ command, io, exit }: Context): void {
  command
    .description('Writes reports from a file that security-actions conform --record has written.')
    .argument('<record>', 'file that security-actions conform --record has written');
  addOptions(command, Object.values(reportOptions));
  command.addHelpText('after', epilogue).action(async (record: string, files: ReportFiles) => {
    const { reportCommand } = await import('./report-command.js');
    exit(await reportCommand(record, files, io));
  });
}
