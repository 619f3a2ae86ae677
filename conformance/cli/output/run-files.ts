import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Secrets } from '../../engine/http/secrets/secrets.js';
import type { RunEvent } from '../../engine/run/events.js';
import { exitCodes } from '../../engine/run/verdict.js';
import { headerOf } from '../../record/header.js';
import type { Header, ScannedLine } from '../../record/lines.js';
import { RecordFile } from '../../record/record-file.js';
import { runOfRecord } from '../../record/run-of-record.js';
import { hitsOf, SecretScan } from '../../record/scan.js';
import type { RunRecord } from '../../report/record.js';
import type { PlannedRun } from '../config/plan/planned-run.js';
import type { ReportFiles } from '../config/report-options.js';
import { ExchangeReports } from './exchange-reports.js';
import type { ReadRecord } from './report-formats.js';

type Searched = Awaited<ReturnType<SecretScan['leaksInFile']>>;

/** The record of one run, if there is one, and the search for secrets in everything that the run writes. */
export class RunFiles {
  #record?: RecordFile;
  #reports?: ExchangeReports;
  #folder?: string;
  /** What the search in the record found, if nothing was written to it since. */
  #searched?: Searched;

  private constructor(
    private readonly secrets: Secrets,
    private readonly about: Pick<Header, 'target' | 'named' | 'shard' | 'settings'>,
    private readonly reports: ReportFiles,
    private readonly path?: string,
  ) {}

  /** Without a path and if a report needs a record, the record is in a temporary folder. */
  static async open(
    { record, files: reports }: Pick<PlannedRun, 'record' | 'files'>,
    secrets: Secrets,
    about: Pick<Header, 'target' | 'named' | 'shard' | 'settings'>,
  ): Promise<RunFiles> {
    const isTemporary = record === undefined && ExchangeReports.areIn(reports);
    const folder = isTemporary ? await mkdtemp(join(tmpdir(), 'security-actions-')) : undefined;
    const files = new RunFiles(secrets, about, reports, record ?? (folder && join(folder, 'run.ndjson')));
    if (folder !== undefined) files.#folder = folder;
    return files;
  }

  /** The record and the reports that are made of its lines. */
  get record(): ReadRecord | undefined {
    if (!this.#record || !this.#reports) return undefined;
    const { path, problem } = this.#record;
    return { path, reports: this.#reports, problem };
  }

  /** The digest of the whole record, after its end. */
  get digest(): string | undefined {
    return this.#record?.digest;
  }

  add(event: RunEvent): void {
    if (event.type === 'started' && this.path !== undefined) {
      const header = headerOf({ ...this.about, secrets: this.secrets.given });
      const reports = new ExchangeReports(this.reports);
      this.#record = new RecordFile(this.path, header, (line) => reports.har?.add(line));
      reports.html?.add(header);
      this.#reports = reports;
    }
    if (event.type === 'played') this.#reports?.html?.addPlayed(event);
    this.#record?.add(event);
  }

  /** The run without secrets that it learned too late, and with its record ready to be read. */
  async settled(run: RunRecord): Promise<RunRecord> {
    if (!this.#record) return run;
    this.#record.flush();
    const searched = await new SecretScan(this.secrets.known).leaksInFile(this.#record.path);
    if (searched.leaks.length === 0) {
      this.#searched = searched;
      return run;
    }
    await this.#record.rewrite((text) => this.secrets.redact(text));
    this.#reports?.discard();
    this.#reports = await ExchangeReports.of(this.#record.path, this.reports);
    return (await runOfRecord(this.#record.path)).run;
  }

  /** Searches the record, these files and the text for secrets, and ends the record. Returns what is wrong and where. */
  async end(
    written: readonly { readonly name: string; readonly path: string }[],
    terminal: string,
  ): Promise<readonly string[]> {
    this.#record?.flush();
    const scan = new SecretScan(this.secrets.known);
    const found: (Searched & { name: string })[] = [];
    if (this.#record)
      found.push({ name: 'record', ...(this.#searched ?? (await scan.leaksInFile(this.#record.path))) });
    // What was written to a pipe or device cannot be read again.
    for (const { name, path } of written)
      if ((await stat(path)).isFile()) found.push({ name, ...(await scan.leaksInFile(path)) });
    found.push({ name: 'terminal', bytes: Buffer.byteLength(terminal), leaks: scan.leaksIn(terminal) });
    const files = found.map(({ name, bytes, leaks }) => ({ name, bytes, hits: hitsOf(leaks) }));
    const hits = files.reduce((sum, file) => sum + file.hits, 0);
    const scanned: ScannedLine = {
      type: 'scanned',
      files,
      secrets: this.secrets.known.length,
      spellings: scan.spellings,
      hits,
    };
    this.#record?.write(scanned);
    this.#record?.end(hits > 0 ? exitCodes.kitFault : undefined);
    return found.flatMap(({ name, leaks }) =>
      leaks.map((leak) => `${name} contains ${leak.name} (${leak.count} times)`),
    );
  }

  /** Removes what is temporary. */
  async close(): Promise<void> {
    this.#reports?.discard();
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true });
  }
}
