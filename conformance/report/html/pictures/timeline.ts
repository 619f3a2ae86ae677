import { duration } from '../../format/text.js';
import { statusBadge } from '../exchange.js';
import { html, type Markup } from '../markup.js';
import type { Step } from '../observed/observed.js';

/** The width of the time scale, in units of its picture. */
const scale = 1_000;
const narrowest = 6;

/** Requests as bars on one time scale, in the order in which they were sent. `marked` is the number of the one that a finding is about. */
export function timeline(steps: readonly Step[], marked: number | undefined): Markup | false {
  if (steps.length === 0) return false;
  const zero = Math.min(...steps.map(({ startedAt }) => startedAt));
  const whole = Math.max(...steps.map(({ endedAt }) => endedAt - zero), 0.001);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Timeline"><table class="timeline">
<thead><tr><th scope="col">Request</th><th scope="col">As</th><th scope="col"><span class="scale"><span>0</span><span>${duration(whole)}</span></span></th><th scope="col">Response</th></tr></thead>
<tbody>${steps.map((step) => row(step, { zero, whole, isMarked: step.number === marked }))}</tbody>
</table></div>`;
}

function row(
  step: Step,
  { zero, whole, isMarked }: { readonly zero: number; readonly whole: number; readonly isMarked: boolean },
): Markup {
  const { number, caller, startedAt, endedAt, status, shown } = step;
  const width = Math.max(narrowest, ((endedAt - startedAt) / whole) * scale);
  const x = Math.min(scale - width, ((startedAt - zero) / whole) * scale);
  return html`<tr${isMarked && html` class="marked"`}><td><span class="muted">${number}</span> <code>${requestText(step)}</code></td><td>${caller}</td>
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
