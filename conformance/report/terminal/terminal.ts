import type { Result } from '../../engine/run/outcome.js';
import { briefLines, oneLiner } from '../brief.js';
import { failureLines } from '../failure.js';
import { cut, inline, printable, wrap } from '../format/text.js';
import { having } from '../having.js';
import { type Cause, causeLines, causes } from '../inconclusive.js';
import { knownLines, knownOnes, staleLines } from '../known.js';
import { notApplicableLines } from '../not-applicable.js';
import { nullScoreLine } from '../null-score.js';
import { planLines } from '../plan.js';
import { inCatalogueOrder, type RunRecord } from '../record.js';
import type { ReportSettings } from '../settings.js';
import { followerIds, followerLines, isExplained, rootsFirst, sharedCauseLines, whyLines } from '../shared-cause.js';
import { tableLines, verdictLine } from './summary.js';

/** How many of each are shown in full; the rest has one line each. */
const limits = { failures: 10, causes: 10, warnings: 10, notes: 20 };

/** The complete run for a person: the plan, every section of findings, the table and the verdict. */
export function terminalReport(record: RunRecord, settings: ReportSettings): string {
  const results = inCatalogueOrder(record.results);
  const blocks = [
    noticeLines(record, settings),
    planLines(record, settings),
    ...causeSection(results, record, settings),
    ...findingSections(inCatalogueOrder(knownOnes(record, false)), record, settings),
    ...knownSections(record, settings),
    ...notApplicableSection(having(results, 'not-applicable'), settings),
    faultLines(record, settings),
    results.length === 0 ? [] : [...tableLines(record, settings.paint), ...comparison(settings)],
    [verdictLine(record, settings.paint)],
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => `${block.join('\n')}\n`)
    .join('\n');
}

/** The conditions that explain many results, before anything else. */
function noticeLines({ finished }: RunRecord, { paint, width }: ReportSettings): readonly string[] {
  return (finished?.notices ?? []).flatMap((notice) =>
    wrap(`! ${printable(notice)}`, width).map((line, index) => paint.yellow(index === 0 ? line : `  ${line}`)),
  );
}

type Blocks = readonly (readonly string[])[];

/** What several findings have in common, before the findings. */
function causeSection(results: readonly Result[], { explained }: RunRecord, settings: ReportSettings): Blocks {
  const found = explained?.causes ?? [];
  if (found.length === 0) return [];
  const title = settings.paint.bold(`── Causes: ${found.length}`);
  return [[title], ...found.map((cause) => sharedCauseLines(cause, results, settings))];
}

function findingSections(all: readonly Result[], record: RunRecord, settings: ReportSettings): Blocks {
  const { explained } = record;
  const seed = record.started?.seed ?? 0;
  const failure = (result: Result) => [
    ...failureLines(result, seed, settings),
    ...whyLines(result, explained, settings.width),
    ...followerLines(result, all, explained, settings.width),
  ];
  const warning = (result: Result) =>
    settings.verbose
      ? failure(result)
      : [...briefLines(result, settings), ...followerLines(result, all, explained, settings.width)];
  // What has a cause, or follows from another requirement, stands there.
  const results = settings.verbose ? all : all.filter((result) => !isExplained(result, explained));
  const short = (result: Result) => `${oneLiner(result)}${followerIds(result, explained)}`;
  const failed = rootsFirst(having(results, 'failed', 'MUST'), explained);
  const inconclusive = having(results, 'inconclusive');
  const warnings = rootsFirst(having(results, 'failed', 'SHOULD'), explained);
  const title = (name: string, outcome: Result['outcome'], level?: Result['level']) =>
    heading(name, having(all, outcome, level), having(results, outcome, level));
  return [
    ...section(title('Failed MUST requirements', 'failed', 'MUST'), failed, limits.failures, failure, short, settings),
    ...section(
      title('Inconclusive', 'inconclusive'),
      causes(inconclusive),
      limits.causes,
      (cause) => causeLines(cause, seed, settings),
      causeInOneLine,
      settings,
    ),
    ...section(title('Warnings (SHOULD)', 'failed', 'SHOULD'), warnings, limits.warnings, warning, short, settings),
    ...notes(having(results, 'failed', 'MAY'), short, settings),
  ];
}

function knownSections(record: RunRecord, settings: ReportSettings): Blocks {
  const { paint } = settings;
  const known = inCatalogueOrder(knownOnes(record, true));
  const stale = record.finished?.baseline?.problems ?? [];
  return [
    ...(known.length === 0
      ? []
      : [[paint.bold(heading('Known failures', known)), ...known.flatMap((one) => knownLines(record, one))]]),
    ...(stale.length === 0
      ? []
      : [[paint.bold(heading('Baseline entries to delete or change', stale)), ...staleLines(record, settings)]]),
  ];
}

function section<Item>(
  title: string,
  items: readonly Item[],
  limit: number,
  inFull: (item: Item) => readonly string[],
  inShort: (item: Item) => string,
  { paint, verbose }: ReportSettings,
): Blocks {
  if (items.length === 0) return title === '' ? [] : [[paint.bold(title)]];
  const full = verbose ? items : items.slice(0, limit);
  const rest = items.slice(full.length);
  const more = rest.length === 0 ? [] : [[`  and ${rest.length} more, in full with --verbose:`, ...rest.map(inShort)]];
  return [[paint.bold(title)], ...full.map(inFull), ...more];
}

function heading(title: string, all: readonly unknown[], shown = all): string {
  if (all.length === 0) return '';
  const elsewhere = all.length - shown.length;
  const where = elsewhere === 0 ? '' : ` (${elsewhere} of them under a cause or another requirement)`;
  return `── ${title}: ${all.length}${where}`;
}

function causeInOneLine({ detail, results }: Cause): string {
  return `  ${results.map(({ id }) => id).join(' ')}: ${inline(cut(detail, 140))}`;
}

function notes(
  results: readonly Result[],
  short: (result: Result) => string,
  { paint, verbose }: ReportSettings,
): Blocks {
  if (results.length === 0) return [];
  const shown = verbose ? results : results.slice(0, limits.notes);
  const more = results.length > shown.length ? [`  and ${results.length - shown.length} more (--verbose)`] : [];
  return [[paint.bold(heading('Notes (MAY)', results)), ...shown.map(short), ...more]];
}

function notApplicableSection(results: readonly Result[], settings: ReportSettings): Blocks {
  const lines = notApplicableLines(results, settings);
  return lines.length === 0 ? [] : [[settings.paint.bold(heading('Not applicable', results)), ...lines]];
}

function faultLines({ fault }: RunRecord, { paint }: ReportSettings): readonly string[] {
  if (!fault) return [];
  return printable(fault.message)
    .split('\n')
    .map((line, index) => paint.red(index === 0 ? line : `  ${line}`));
}

function comparison({ bestNullServer, paint }: ReportSettings): readonly string[] {
  return bestNullServer ? [paint.dim(nullScoreLine(bestNullServer))] : [];
}
