import type { Result } from '../../engine/run/outcome.js';
import { basisMeanings } from '../basis.js';
import { cut, plural } from '../format/text.js';
import { rerunOf } from '../rerun.js';
import { withSides } from '../with-sides.js';
import { command } from './command.js';
import type { Context } from './context.js';
import { findingBlock } from './finding.js';
import { html, link, type Markup, type Piece, prose } from './markup.js';
import type { Placed } from './placement.js';

/** A requirement that failed or is inconclusive, with its findings; the first one is open if `isOpen`. Those that follow from it come last. */
export function resultArticle({ result, followers }: Placed, context: Context, isOpen: boolean): Markup {
  const { id } = result;
  return html`<article class="result" id="${id}">
<h3><span class="id">${id}</span> ${levelBadge(result)} <span class="statement">${prose(context.settings.statement(id))}</span></h3>
${resultBody(result, context, isOpen)}
${followers.length > 0 && html`<div class="followers"><h4>Therefore also</h4>${followers.map((one) => foldedResult(one, context))}</div>`}
</article>`;
}

/** The same with only its first line visible. Below a heading with the same reason the line shows the statement instead. */
export function foldedResult({ result, followers }: Placed, context: Context, heading?: string): Markup {
  const { id, outcome, reason, findings } = result;
  const [first] = findings;
  const detail = first && reason.kind === 'violation' ? withSides(reason.detail, first) : reason.detail;
  const statement = context.settings.statement(id);
  const isKnown = detail === heading;
  return html`<details class="result folded" id="${id}">
<summary><span class="id">${id}</span> ${levelBadge(result)} ${outcomeBadge(outcome)} <span class="brief">${prose(isKnown ? statement : cut(detail, 200))}</span></summary>
${!isKnown && html`<p class="statement">${prose(statement)}</p>`}
${resultBody(result, context, false)}
${followers.map((one) => foldedResult(one, context))}
</details>`;
}

export function levelBadge({ level }: Pick<Result, 'level'>): Markup {
  return html`<span class="level">${level}</span>`;
}

export function outcomeName(outcome: Result['outcome']): string {
  return {
    passed: 'Passed',
    failed: 'Failed',
    inconclusive: 'Inconclusive',
    'not-applicable': 'Not applicable',
    'not-selected': 'Not selected',
  }[outcome];
}

export function outcomeBadge(outcome: Result['outcome'], isKnown = false): Markup {
  return html`<span class="outcome ${outcome}">${outcomeName(outcome)}${isKnown && ', known'}</span>`;
}

function resultBody(result: Result, context: Context, isOpen: boolean): Markup {
  const { id, findings, reason, basis, source } = result;
  const [first, ...others] = findings;
  const { settings, record, limits } = context;
  return html`${why(result, context)}
${first ? findingBlock(first, context, isOpen) : html`<p class="message-line">${prose(cut(reason.detail, limits.text))}</p>`}
<dl class="about"><dt>Source</dt><dd>${source.map(({ title, place, url }) => html`<div>${link(url, prose(title))}: ${prose(place)}</div>`)}</dd>
<dt>Basis</dt><dd>${basisMeanings[basis] ?? basis}</dd></dl>
${command('rerun', rerunOf(result, record.started?.seed ?? 0, settings))}
${command('explain', `security-actions explain ${id}`)}
${otherFindings(others, context)}`;
}

function otherFindings(others: Result['findings'], context: Context): Piece {
  if (others.length === 0) return false;
  const shown = others.slice(0, context.limits.findings - 1);
  const rest = others.length - shown.length;
  const title = shown.length > 0 ? `${plural(others.length, 'more finding')}` : undefined;
  return html`${title && html`<details class="others"><summary>${title}</summary>${shown.map((one) => findingBlock(one, context, false))}</details>`}
${rest > 0 && html`<p class="muted">${plural(rest, 'more finding')} in the record of the run.</p>`}`;
}

/** The cause of a result, or the requirement from which it follows. */
function why({ id }: Result, { record }: Context): Markup | false {
  const cause = record.explained?.causes.find(({ requirements }) => requirements.includes(id));
  if (cause) return html`<p class="why"><span class="label">Cause</span> ${prose(cause.says)}</p>`;
  const consequence = record.explained?.consequences.find((one) => one.id === id);
  if (!consequence) return false;
  const { of, because } = consequence;
  return html`<p class="why"><span class="label">Follows from</span> <a href="#${of}">${of}</a>: ${prose(because)}</p>`;
}
