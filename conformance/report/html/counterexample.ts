import type { InputFinding } from '../../engine/run/outcome.js';
import { cut, plural } from '../format/text.js';
import type { Context } from './context.js';
import { html, type Markup } from './markup.js';
import type { Step } from './observed/observed.js';
import { sequenceDiagram } from './pictures/sequence-diagram.js';
import { timeline } from './pictures/timeline.js';

/** How a sequence or a race failed: numbered steps and a diagram, or a timeline. */
export function counterexample(finding: InputFinding, { observed, limits }: Context): Markup | false {
  const { counterexample: lines = [], exchange, replay } = finding;
  if (lines.length === 0) return false;
  const steps = (exchange && observed.steps.get(exchange.number)) ?? [];
  const shown = lines.slice(0, limits.steps).map((line) => cut(line, limits.text));
  if (replay === undefined)
    return html`<div class="counterexample"><h4>Timeline</h4>
${timeline(roundOf(steps, exchange?.number), exchange?.number, limits)}
<details><summary>The timeline as text</summary><pre>${shown.join('\n')}</pre></details></div>`;
  return html`<div class="counterexample"><h4>Steps that fail</h4>
<ol class="steps">${shown.map((line) => html`<li>${stepText(line)}</li>`)}</ol>
${lines.length > shown.length && html`<p class="muted">and ${plural(lines.length - shown.length, 'more step')}</p>`}
${sequenceDiagram(steps, exchange?.number, limits)}</div>`;
}

/** A line such as `1. create #1 {…} -> 201 NotStarted` without its number, and with the response set off. */
function stepText(line: string): Markup {
  const text = line.replace(/^\d+\. /, '');
  const arrow = text.lastIndexOf(' -> ', text.includes('; get -> ') ? text.lastIndexOf('; get -> ') : undefined);
  if (arrow < 0) return html`<code>${text}</code>`;
  return html`<code>${text.slice(0, arrow)}</code> <span class="response">→ ${text.slice(arrow + 4).replace('; get -> ', '; the next get → ')}</span>`;
}

/** The round of a race that an exchange belongs to: the input may have played others, each with an action of its own. */
function roundOf(steps: readonly Step[], number: number | undefined): readonly Step[] {
  const place = steps.findIndex((step) => step.number === number);
  if (place < 0) return steps;
  const isCreate = ({ operation }: Step) => operation === 'create';
  const from = steps.slice(0, place).findLastIndex(isCreate);
  const to = steps.findIndex((step, index) => index > place && isCreate(step));
  return steps.slice(from + 1, to < 0 ? undefined : to);
}
