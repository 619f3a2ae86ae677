import { cut, duration, plural } from '../../format/text.js';
import type { Limits } from '../context.js';
import { statusBadge } from '../exchange.js';
import { html, type Markup } from '../markup.js';
import type { Step } from '../observed/observed.js';

/** The width of the time scale, in units of its picture. */
const scale = 1_000;
const narrowest = 6;

/** Requests as bars on one time scale, in the order in which they were sent. `marked` is the number of the one that a finding is about. */
export function timeline(all: readonly Step[], marked: number | undefined, limits: Limits): Markup | false {
  const steps = shownSteps(all, marked, limits.steps);
  if (steps.length === 0) return false;
  const zero = Math.min(...steps.map(({ startedAt }) => startedAt));
  const whole = Math.max(...steps.map(({ endedAt }) => endedAt - zero), 0.001);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Timeline"><table class="timeline">
<thead><tr><th scope="col">Request</th><th scope="col">As</th><th scope="col"><span class="scale"><span>0</span><span>${duration(whole)}</span></span></th><th scope="col">Response</th></tr></thead>
<tbody>${steps.map((step) => row(step, { zero, whole, isMarked: step.number === marked, most: limits.text }))}</tbody>
</table></div>${leftOut(all, steps)}`;
}

/** The first steps, or those until the marked one if it is not among them. */
export function shownSteps(all: readonly Step[], marked: number | undefined, most: number): readonly Step[] {
  const place = all.findIndex(({ number }) => number === marked);
  return place < most ? all.slice(0, most) : all.slice(place + 1 - most, place + 1);
}

/** How many steps are not shown. */
export function leftOut(all: readonly Step[], shown: readonly Step[]): Markup | false {
  const count = all.length - shown.length;
  return count > 0 && html`<p class="muted">and ${plural(count, 'more request')}</p>`;
}

function row(
  step: Step,
  {
    zero,
    whole,
    isMarked,
    most,
  }: { readonly zero: number; readonly whole: number; readonly isMarked: boolean; readonly most: number },
): Markup {
  const { number, caller, startedAt, endedAt, status, shown } = step;
  const width = Math.max(narrowest, ((endedAt - startedAt) / whole) * scale);
  const x = Math.min(scale - width, ((startedAt - zero) / whole) * scale);
  return html`<tr${isMarked && html` class="marked"`}><td><span class="muted">${number}</span> <code>${cut(requestText(step), most)}</code></td><td>${caller}</td>
<td class="bar"><svg viewBox="0 0 ${scale} 12" preserveAspectRatio="none" role="img" aria-label="from ${duration(startedAt - zero)} to ${duration(endedAt - zero)}"><rect x="${x.toFixed(1)}" y="0" width="${width.toFixed(1)}" height="12"/></svg></td>
<td>${statusBadge(status)} ${shown}</td></tr>`;
}

/** A request in brief, such as `update {"status":"Running"}`. */
export function requestText({
  operation,
  method,
  url,
  sent,
}: Pick<Step, 'operation' | 'method' | 'url' | 'sent'>): string {
  return [operation ?? `${method} ${url}`, ...(sent === undefined ? [] : [sent])].join(' ');
}
