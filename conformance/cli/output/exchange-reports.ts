import type { RecordLine } from '../../record/lines.js';
import { recordLines } from '../../record/read-record.js';
import type { ReportFiles } from '../config/report-options.js';
import { HarFile } from './har-file.js';
import { HtmlOfRecord } from './html-of-record.js';

/** The reports that show all exchanges. They take the lines of a record one at a time, while it is written or from the file. */
export class ExchangeReports {
  readonly har: HarFile | undefined;
  readonly html: HtmlOfRecord | undefined;

  constructor({ har, html }: ReportFiles) {
    this.har = har === undefined ? undefined : new HarFile(har);
    this.html = html === undefined ? undefined : new HtmlOfRecord();
  }

  /** Whether any of these files needs a record. */
  static areIn({ har, html }: ReportFiles): boolean {
    return (har ?? html) !== undefined;
  }

  /** Those of a record that is complete. */
  static async of(path: string, files: ReportFiles): Promise<ExchangeReports> {
    const reports = new ExchangeReports(files);
    try {
      for await (const line of recordLines(path)) reports.add(line);
      return reports;
    } catch (error) {
      reports.discard();
      throw error;
    }
  }

  add(line: RecordLine): void {
    this.html?.add(line);
    this.har?.add(line);
  }

  /** Removes what is not complete; does nothing after the end. */
  discard(): void {
    this.har?.discard();
  }
}
