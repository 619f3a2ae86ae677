import { option } from './option.js';

/** The options that name the file of a report. */
export const reportOptions = {
  json: option({ flags: '--json <file>', help: 'write a JSON report to this file', purpose: 'output' }),
  junit: option({ flags: '--junit <file>', help: 'write a JUnit XML report to this file', purpose: 'output' }),
  html: option({
    flags: '--html <file>',
    help: 'write a report for browsers to this file, with the exchanges behind all findings',
    purpose: 'output',
  }),
  har: option({ flags: '--har <file>', help: 'write all exchanges to this file, as HAR 1.2', purpose: 'output' }),
  sarif: option({
    flags: '--sarif <file>',
    help: 'write the findings to this file, as SARIF 2.1.0',
    purpose: 'output',
  }),
  markdown: option({
    flags: '--markdown <file>',
    help: 'write a Markdown summary of at most 60 kB to this file',
    purpose: 'output',
  }),
};

export type ReportName = keyof typeof reportOptions;

/** The files of the reports that were asked for. */
export type ReportFiles = Readonly<Partial<Record<ReportName, string>>>;

/** The files that these options name. */
export function reportFiles(given: ReportFiles): ReportFiles {
  const named = Object.keys(reportOptions).map((name) => [name, given[name as ReportName]] as const);
  return Object.fromEntries(named.filter(([, file]) => file !== undefined));
}
