import { levels } from '../../engine/requirement.js';
import { outcomes, type Result } from '../../engine/run/outcome.js';
import { tally } from '../../engine/run/verdict.js';
import { code, prose } from '../format/markdown-text.js';
import { paint } from '../format/paint.js';
import { plural } from '../format/text.js';
import { having } from '../having.js';
import { causes } from '../inconclusive.js';
import { knownLines, knownOnes } from '../known.js';
import { nullScoreLine } from '../null-score.js';
import { inCatalogueOrder, type RunRecord } from '../record.js';
import type { ReportSettings } from '../settings.js';
import { verdictLine } from '../terminal/summary.js';
import { brief, causeText, failure } from './markdown-failure.js';

/** Bytes of the whole report; a step summary of GitHub takes a megabyte, a comment 65,536 characters. */
const mostBytes = 60_000;
/** Bytes that remain for the end of the report. */
const reservedBytes = 2_000;

/** The run as Markdown for a pull request or the summary of a CI step; what exceeds 60 kB is counted only. */
export function markdownReport(record: RunRecord, settings: ReportSettings): string {
  const results = inCatalogueOrder(record.results);
  const { finished, fault, probed, started } = record;
  const text = new Limited(mostBytes - reservedBytes);
  text.add(`# ${prose(verdictLine(record, paint(false)))}\n`);
  if (started) text.add(`Target: ${code(started.url)}${probed ? `, ${probed.class}` : ''}, seed ${started.seed}\n`);
  if (fault) text.add(`**The run ended early:** ${prose(fault.message)}\n`);
  for (const notice of finished?.notices ?? []) text.add(`> ${prose(notice)}\n`);
  if (results.length > 0) text.add(table(results));
  if (settings.bestNullServer) text.add(`${nullScoreLine(settings.bestNullServer)}\n`);
  const judged = inCatalogueOrder(knownOnes(record, false));
  text.section(
    'Baseline entries to delete or change',
    finished?.baseline?.problems ?? [],
    ({ message }) => `- ${prose(message)}\n`,
  );
  text.section('Causes', record.explained?.causes ?? [], causeText);
  text.section('Failed MUST requirements', having(judged, 'failed', 'MUST'), (one) => failure(one, record, settings));
  text.section(
    'Inconclusive',
    causes(having(judged, 'inconclusive')),
    ({ detail, results: all }) =>
      `- ${plural(all.length, 'requirement')}: ${prose(detail)} (${all.map(({ id }) => id).join(', ')})\n`,
  );
  text.section('Warnings (SHOULD)', having(judged, 'failed', 'SHOULD'), (one) => brief(one, settings));
  text.section('Notes (MAY)', having(judged, 'failed', 'MAY'), (one) => brief(one, settings));
  text.section(
    'Known failures',
    inCatalogueOrder(knownOnes(record, true)),
    (one) =>
      `${knownLines(record, one)
        .map((line) => `- ${prose(line.trim())}`)
        .join('\n')}\n`,
  );
  return text.whole;
}

function table(results: readonly Result[]): string {
  const counts = tally(results);
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const rows = levels.map((level) => row([level, ...outcomes.map((outcome) => counts[level][outcome])]));
  return `${[row(['', ...outcomes]), row(['---', ...outcomes.map(() => '---:')]), ...rows].join('\n')}\n`;
}

/** A text that grows up to a limit. */
class Limited {
  #text = '';
  #bytes = 0;

  constructor(private readonly most: number) {}

  get whole(): string {
    return this.#text;
  }

  /** Adds a block if it fits; returns whether it did. */
  add(block: string): boolean {
    const bytes = Buffer.byteLength(block) + 1;
    if (this.#bytes + bytes > this.most) return false;
    this.#text += `${this.#text === '' ? '' : '\n'}${block}`;
    this.#bytes += bytes;
    return true;
  }

  /** Adds a heading and as many items as fit, and says how many do not. */
  section<Item>(title: string, items: readonly Item[], write: (item: Item) => string): void {
    if (items.length === 0) return;
    const heading = `## ${title}: ${items.length}\n`;
    let written = 0;
    if (this.add(heading)) while (written < items.length && this.add(write(items[written] as Item))) written += 1;
    if (written === items.length) return;
    const rest = `And ${items.length - written} more, which the other reports of this run show.\n`;
    this.#text += `\n${rest}`;
  }
}
