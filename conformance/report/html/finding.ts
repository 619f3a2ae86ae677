import { locationName } from '../../engine/judge/location.js';
import type { InputFinding } from '../../engine/run/outcome.js';
import { cut } from '../format/text.js';
import { shownParts } from '../with-sides.js';
import { body } from './body.js';
import type { Context } from './context.js';
import { counterexample } from './counterexample.js';
import { difference } from './difference.js';
import { exchangeBlock } from './exchange.js';
import { html, type Markup, prose } from './markup.js';
import { timeline } from './pictures/timeline.js';

/** Requests of an input from which on its timeline says more than the exchange of the finding. */
const fewestSteps = 2;

/** A finding: both sides of the comparison, where, how it came about, and the exchange. */
export function findingBlock(finding: InputFinding, context: Context, isOpen: boolean): Markup {
  const { input, message, expected, received, at, element, write, writeInput, exchange } = finding;
  const most = context.limits.text;
  const shown = shownParts(finding);
  const block = html`<div class="finding">
${input !== '' && html`<p class="input"><span class="label">Input</span> ${prose(cut(input, most))}</p>`}
${shown.sentence && html`<p class="message-line">${prose(cut(message, most))}</p>`}
${shown.sides && difference(cut(expected, most), cut(received, most))}
${at !== undefined && html`<p class="at"><span class="label">At</span> ${prose(locationName(at))}</p>`}
${element !== undefined && html`<details class="element"><summary>The element of the list</summary>${body(element, context.limits.body)}</details>`}
${counterexample(finding, context)}
${write && exchangeBlock(write, { title: writeTitle(writeInput, most) }, context)}
${exchange && exchangeBlock(exchange, { title: 'Exchange', at, isOpen }, context)}
${allRequests(finding, context)}
</div>`;
  context.count(block.length);
  return block;
}

function writeTitle(input: string | undefined, most: number): string {
  return input === undefined ? 'Last write' : `Last write, sent by ${cut(input, most)}`;
}

/** Every request of the input, unless the finding has a picture of them. */
function allRequests({ exchange, counterexample: lines }: InputFinding, { observed, limits }: Context): Markup | false {
  const steps = (exchange && !lines && observed.steps.get(exchange.number)) || [];
  if (steps.length < fewestSteps) return false;
  return html`<details class="all-requests"><summary>All requests of this input</summary>${timeline(steps, exchange?.number, limits)}</details>`;
}
