import { levels } from '../../engine/requirement.js';
import { type Outcome, outcomes } from '../../engine/run/outcome.js';
import { tally } from '../../engine/run/verdict.js';
import { knownOnes } from '../known.js';
import type { Context } from './context.js';
import { html, type Markup } from './markup.js';
import { outcomeName } from './result.js';

/** Outcomes in the order of the bar. Requirements that were not selected are not part of it. */
const drawn: readonly Outcome[] = ['passed', 'failed', 'inconclusive', 'not-applicable'];
const others = outcomes.filter((outcome) => outcome !== 'passed');
const scale = 1_000;

/** The number of requirements by level and outcome as bars and numbers, and the score of the best null server. */
export function scoreTable({ record, settings }: Context): Markup {
  const counts = tally(record.results);
  const known = tally(knownOnes(record, true));
  const hasKnown = knownOnes(record, true).length > 0;
  const baseline = settings.bestNullServer;
  const rows = levels.map((level) => {
    const { passed, failed, inconclusive } = counts[level];
    return html`<tr><th scope="row">${level}</th>
<td class="share">${share(passed, passed + failed + inconclusive)}</td>
<td class="score-bar">${bar(counts[level], baseline?.passed[level])}</td>
${others.map((outcome) => html`<td class="number${counts[level][outcome] > 0 && ` ${outcome}`}">${counts[level][outcome]}</td>`)}
${hasKnown && html`<td class="number">${known[level].failed + known[level].inconclusive}</td>`}
${baseline && html`<td class="number">${baseline.passed[level]}</td>`}</tr>`;
  });
  const head = (name: string) => html`<th scope="col" class="number">${name}</th>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Score"><table class="score">
<thead><tr><th scope="col">Level</th><th scope="col">Passed of applicable</th><th scope="col"><span class="hidden">Bar</span></th>
${others.map((outcome) => head(outcomeName(outcome)))}${hasKnown && head('Known')}${baseline && head('Null server')}</tr></thead>
<tbody>${rows}</tbody></table></div>
${baseline && html`<p class="muted">The null server responds to every request with ${baseline.name}. The last column is the number of requirements that it passes; the black mark in a bar shows it too.</p>`}`;
}

/** A share that is never rounded up to everything or down to nothing. */
function share(passed: number, of: number): string {
  if (of === 0) return 'none applicable';
  const percent = Math.min(passed < of ? 99.9 : 100, Math.max(passed > 0 ? 0.1 : 0, (passed / of) * 100));
  return `${passed} of ${of} (${Number(percent.toFixed(1))} %)`;
}

function bar(counts: Readonly<Record<Outcome, number>>, baseline: number | undefined): Markup | false {
  const total = drawn.reduce((sum, outcome) => sum + counts[outcome], 0);
  if (total === 0) return false;
  let x = 0;
  const parts = drawn.map((outcome) => {
    const width = (counts[outcome] / total) * scale;
    const part = html`<rect class="${outcome}" x="${x.toFixed(1)}" y="2" width="${width.toFixed(1)}" height="12"/>`;
    x += width;
    return counts[outcome] > 0 && part;
  });
  const mark =
    baseline !== undefined &&
    html`<rect class="baseline" x="${Math.min(scale - 4, (baseline / total) * scale).toFixed(1)}" y="0" width="4" height="16"/>`;
  return html`<svg viewBox="0 0 ${scale} 16" preserveAspectRatio="none" role="img" aria-label="${drawn.map((one) => `${counts[one]} ${one}`).join(', ')}">${parts}${mark}</svg>`;
}
