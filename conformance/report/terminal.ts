import type { Result } from '../engine/run/outcome.js';
import { briefLines, oneLiner } from './brief.js';
import { having } from './count.js';
import { failureLines } from './failure.js';
import { type Cause, causeLines, causes } from './inconclusive.js';
import { notApplicableLines } from './not-applicable.js';
import { nullScoreLine } from './null-score.js';
import { planLines } from './plan.js';
import { inOrder, type RunRecord } from './record.js';
import type { ReportSettings } from './settings.js';
import { tableLines, verdictLine } from './summary.js';
import { cut, inline, printable } from './text.js';

/** How many are shown in full before the rest is one line each. */
const most = { failures: 10, warnings: 10, observations: 20, causes: 10 };

/** The whole run for a person: the plan, what is wrong, what is open, what was not asked, the table and the verdict. */
export function terminalReport(record: RunRecord, settings: ReportSettings): string {
  const results = inOrder(record.results);
  const seed = record.started?.seed ?? 0;
  const failure = (result: Result) => failureLines(result, seed, settings);
  const warning = (result: Result) => (settings.verbose ? failure(result) : briefLines(result, settings));
  const cause = (one: Cause) => causeLines(one, seed, settings);
  const violated = having(results, 'failed', 'MUST');
  const undecided = having(results, 'inconclusive');
  const departed = having(results, 'failed', 'SHOULD');
  const blocks = [
    planLines(record, settings),
    ...section(heading('MUST violated', violated), violated, most.failures, failure, oneLiner, settings),
    ...section(heading('Inconclusive', undecided), causes(undecided), most.causes, cause, causeInOneLine, settings),
    ...section(
      heading('SHOULD departed from, a warning', departed),
      departed,
      most.warnings,
      warning,
      oneLiner,
      settings,
    ),
    ...observations(having(results, 'failed', 'MAY'), settings),
    ...notAsked(having(results, 'not-applicable'), settings),
    record.fault
      ? printable(record.fault.message)
          .split('\n')
          .map((line, index) => settings.paint.red(index === 0 ? line : `  ${line}`))
      : [],
    results.length === 0 ? [] : [...tableLines(record, settings.paint), ...beside(settings)],
    [verdictLine(record, settings.paint)],
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => `${block.join('\n')}\n`)
    .join('\n');
}

function beside({ bestNullServer, paint }: ReportSettings): readonly string[] {
  return bestNullServer ? [paint.dim(nullScoreLine(bestNullServer))] : [];
}

function section<Item>(
  title: string,
  items: readonly Item[],
  cap: number,
  inFull: (item: Item) => readonly string[],
  inShort: (item: Item) => string,
  { paint, verbose }: ReportSettings,
): readonly (readonly string[])[] {
  if (items.length === 0) return [];
  const full = verbose ? items : items.slice(0, cap);
  const rest = items.slice(full.length);
  const more = rest.length === 0 ? [] : [[`  and ${rest.length} more, in full with --verbose:`, ...rest.map(inShort)]];
  return [[paint.bold(title)], ...full.map(inFull), ...more];
}

function heading(title: string, { length }: readonly Result[]): string {
  return `── ${title}: ${length}`;
}

function causeInOneLine({ why, results }: Cause): string {
  return `  ${results.map(({ id }) => id).join(' ')}: ${inline(cut(why, 140))}`;
}

function observations(results: readonly Result[], { paint, verbose }: ReportSettings): readonly (readonly string[])[] {
  if (results.length === 0) return [];
  const shown = verbose ? results : results.slice(0, most.observations);
  const more = results.length > shown.length ? [`  and ${results.length - shown.length} more (--verbose)`] : [];
  return [[paint.bold(heading('MAY, observed otherwise, no fault', results)), ...shown.map(oneLiner), ...more]];
}

function notAsked(results: readonly Result[], settings: ReportSettings): readonly (readonly string[])[] {
  const lines = notApplicableLines(results, settings);
  return lines.length === 0 ? [] : [[settings.paint.bold(heading('Not applicable', results)), ...lines]];
}
