import { levels } from '../../engine/requirement.js';
import { outcomes, type Result } from '../../engine/run/outcome.js';
import { cut, plural } from '../format/text.js';
import { acceptedBy } from '../known.js';
import { areaOf, inCatalogueOrder } from '../record.js';
import type { Context } from './context.js';
import { exchangeBlock } from './exchange.js';
import { html, type Markup, type Piece, prose } from './markup.js';
import { outcomeBadge } from './result.js';
import type { Section } from './section.js';

/** Every requirement with its outcome, by area. The filters do something only with JavaScript, which shows them. */
export function requirementsSection(context: Context): Section {
  const results = inCatalogueOrder(context.record.results);
  const areas = [...new Set(results.map(({ id }) => areaOf(id)))];
  const bodies = areas.map((area) => {
    const own = results.filter(({ id }) => areaOf(id) === area);
    return html`<tbody><tr class="area"><th scope="rowgroup" colspan="4">${area}</th></tr>${own.map((one) => row(one, context))}</tbody>`;
  });
  return {
    id: 'requirements',
    title: 'All requirements',
    count: results.length,
    content: html`${filters(areas)}
<div class="scroll" tabindex="0" role="region" aria-label="All requirements"><table class="requirements">
<thead><tr><th scope="col">Requirement</th><th scope="col">Level</th><th scope="col">Outcome</th><th scope="col">Statement and evidence</th></tr></thead>
${bodies}</table></div>`,
  };
}

function filters(areas: readonly string[]): Markup {
  const choice = (name: string, label: string, values: readonly string[]) =>
    html`<label>${label} <select name="${name}"><option value="">all</option>${values.map(
      (value) => html`<option value="${value}">${value.replace('-', ' ')}</option>`,
    )}</select></label>`;
  return html`<form class="filters" hidden aria-label="Filter the requirements">
<label class="wide">Text <input type="search" name="text" autocomplete="off"></label>
${choice('area', 'Area', areas)}${choice('level', 'Level', levels)}${choice('outcome', 'Outcome', outcomes)}
<button type="reset">Show all</button><output aria-live="polite"></output></form>`;
}

function row(result: Result, context: Context): Markup {
  const { id, level, outcome } = result;
  const isKnown = acceptedBy(context.record, id).length > 0;
  return html`<tr data-area="${areaOf(id)}" data-level="${level}" data-outcome="${outcome}"><th scope="row" class="id">${id}</th><td><span class="level">${level}</span></td><td>${outcomeBadge(outcome, isKnown)}</td>
<td><p class="statement">${prose(context.settings.statement(id))}</p>${evidence(result, context)}</td></tr>`;
}

function evidence(result: Result, context: Context): Piece {
  const { id, outcome, reason, judged } = result;
  if (outcome === 'failed' || outcome === 'inconclusive')
    return html`<p class="muted"><a href="#${id}">${prose(cut(reason.detail, 160))}</a></p>`;
  if (outcome !== 'passed') return html`<p class="muted">${prose(cut(reason.detail, 300))}</p>`;
  const { limits } = context;
  const seen = context.observed.evidence.get(id);
  return html`<p class="muted">${plural(judged, 'judgement')}</p>${
    seen && exchangeBlock(seen, { title: 'Seen' }, { ...context, limits: { ...limits, body: limits.evidence } })
  }`;
}
