import type { Cause } from '../../engine/cause/cause.js';
import type { Result } from '../../engine/run/outcome.js';
import { cut, plural } from '../format/text.js';
import { having } from '../having.js';
import { causes } from '../inconclusive.js';
import { acceptedBy, knownOnes, knownText } from '../known.js';
import { inCatalogueOrder } from '../record.js';
import type { Context } from './context.js';
import { exchangeBlock } from './exchange.js';
import { html, type Markup, prose } from './markup.js';
import { type Placed, Placement } from './placement.js';
import { foldedResult, resultArticle } from './result.js';
import type { Section } from './section.js';
import { whatWouldDecide } from './what-would-decide.js';

/** Failures whose exchange is open from the beginning. */
const open = 5;

/** The sections of what failed or is inconclusive. Each result has one place: under its cause, under the result it follows from, or on its own. */
export function findingSections(context: Context): readonly Section[] {
  const { record } = context;
  const { explained } = record;
  const results = inCatalogueOrder(knownOnes(record, false));
  const placement = new Placement(
    results.filter(({ outcome }) => outcome === 'failed' || outcome === 'inconclusive'),
    explained,
  );
  const sectionOf = (id: string, title: string, all: readonly Result[]): Section => {
    const placed = placement.section(all);
    const isOpen = (index: number) => id === 'failed' && index < open;
    return {
      id,
      title,
      count: all.length,
      content: html`${elsewhere(all.length - countIn(placed))}${placed.map((one, index) => resultArticle(one, context, isOpen(index)))}`,
    };
  };
  const found = explained?.causes ?? [];
  return [
    {
      id: 'causes',
      title: 'Causes',
      count: found.length,
      content: html`${found.map((one) => causeBlock(one, results, placement, context))}`,
    },
    sectionOf('failed', 'Failed MUST requirements', having(results, 'failed', 'MUST')),
    inconclusiveSection(having(results, 'inconclusive'), placement, context),
    sectionOf('warnings', 'Warnings (SHOULD)', having(results, 'failed', 'SHOULD')),
    sectionOf('notes', 'Notes (MAY)', having(results, 'failed', 'MAY')),
    knownSection(context),
    staleSection(context),
  ];
}

/** The number of results that a section shows. */
function countIn(placed: readonly Placed[]): number {
  return placed.reduce((sum, { followers }) => sum + 1 + countIn(followers), 0);
}

function elsewhere(count: number): Markup | false {
  return count > 0 && html`<p class="muted">${count} of them above, under a cause or another requirement.</p>`;
}

/** `1 MUST requirement`, `3 requirements, 2 of them MUST`, `2 requirements, none of them MUST`. */
function requirementCount(all: readonly Result[]): string {
  const musts = all.filter(({ level }) => level === 'MUST').length;
  return musts === all.length
    ? plural(musts, 'MUST requirement')
    : `${plural(all.length, 'requirement')}, ${musts === 0 ? 'none' : musts} of them MUST`;
}

function causeBlock(cause: Cause, results: readonly Result[], placement: Placement, context: Context): Markup {
  const explained = results.filter(({ id }) => cause.requirements.includes(id));
  return html`<article class="result cause"><h3>${prose(cause.says)}</h3>
<dl class="about"><dt>Seen</dt><dd>${prose(cut(cause.detail, context.limits.text))}</dd><dt>What to do</dt><dd>${prose(cause.remedy)}</dd></dl>
${cause.evidence.map((one) => exchangeBlock(one, { title: 'For example' }, context))}
<div class="followers"><h4>Explains ${requirementCount(explained)}</h4>
${placement.section(explained).map((one) => foldedResult(one, context))}</div></article>`;
}

function inconclusiveSection(all: readonly Result[], placement: Placement, context: Context): Section {
  const groups = causes(all).flatMap(({ detail, results }) => {
    const placed = placement.section(results);
    const [first] = placed;
    if (!first) return [];
    const remedy = whatWouldDecide(first.result.reason.kind);
    const exchange = first.result.findings[0]?.exchange;
    return html`<article class="result open"><h3>${prose(cut(detail, context.limits.text))}</h3>
${remedy !== undefined && html`<p class="remedy"><span class="label">To decide</span> ${prose(remedy)}</p>`}
${exchange && exchangeBlock(exchange, { title: 'For example' }, context)}
<div class="followers"><h4>${requirementCount(placed.map(({ result }) => result))}</h4>${placed.map((one) => foldedResult(one, context, detail))}</div></article>`;
  });
  return { id: 'inconclusive', title: 'Inconclusive', count: all.length, content: html`${groups}` };
}

function knownSection(context: Context): Section {
  const { record } = context;
  const known = inCatalogueOrder(knownOnes(record, true));
  const notes = (result: Result) =>
    acceptedBy(record, result.id).map(
      (entry) => html`<p class="why"><span class="label">Known</span> ${knownText(entry)}</p>`,
    );
  return {
    id: 'known',
    title: 'Known failures',
    count: known.length,
    content: html`${known.map((result) => html`${foldedResult({ result, followers: [] }, context)}${notes(result)}`)}`,
  };
}

function staleSection({ record }: Context): Section {
  const problems = record.finished?.baseline?.problems ?? [];
  return {
    id: 'stale',
    title: 'Baseline entries to delete or change',
    count: problems.length,
    content: html`${problems.map(({ message }) => html`<p class="notice">${message}</p>`)}`,
  };
}
