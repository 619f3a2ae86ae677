import { shortLabel } from '../../format/text.js';
import type { Limits } from '../context.js';
import { html, type Markup } from '../markup.js';
import type { Step } from '../observed/observed.js';
import { leftOut, requestText, shownSteps } from './timeline.js';

const lane = { first: 70, apart: 110 };
const target = 700;
const rowHeight = 46;
const top = 40;
/** Requests that are drawn. */
const most = 30;
/** Characters of a label. */
const longest = 74;

/** Requests as arrows from the callers to the target, and responses as arrows back. `marked` is the number of the one that failed. */
export function sequenceDiagram(steps: readonly Step[], marked: number | undefined, limits: Limits): Markup | false {
  if (steps.length === 0) return false;
  const drawn = shownSteps(steps, marked, Math.min(most, limits.steps));
  const callers = [...new Set(drawn.map(({ caller }) => caller))];
  const x = (caller: Step['caller']) => lane.first + callers.indexOf(caller) * lane.apart;
  const height = top + drawn.length * rowHeight + 16;
  const lifeline = (at: number, name: string) =>
    html`<line class="lifeline" x1="${at}" y1="28" x2="${at}" y2="${height - 6}"/><text class="actor" x="${at}" y="18">${name}</text>`;
  const text = `Sequence of ${drawn.length} requests; each is in the list of steps or in the timeline`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Sequence diagram"><svg class="sequence" viewBox="0 0 770 ${height}" width="770" height="${height}" role="img" aria-label="${text}">
${callers.map((caller) => lifeline(x(caller), caller))}${lifeline(target, 'target')}
${drawn.map((step, index) => arrows(step, x(step.caller), top + index * rowHeight, step.number === marked))}
</svg></div>${leftOut(steps, drawn)}`;
}

function arrows(step: Step, x: number, y: number, isMarked: boolean): Markup {
  const { status, shown } = step;
  const answer = [status ?? 'no response', ...(shown === undefined ? [] : [shown])].join(' ');
  return html`<g${isMarked && html` class="marked"`}>
<text class="call" x="${x + 8}" y="${y + 10}">${shortLabel(requestText(step), longest)}</text>
<line x1="${x}" y1="${y + 15}" x2="${target - 1}" y2="${y + 15}"/><path d="M${target} ${y + 15}l-8 -4v8z"/>
<text class="answer" x="${target - 8}" y="${y + 30}">${shortLabel(answer, longest)}</text>
<line class="back" x1="${x + 1}" y1="${y + 35}" x2="${target}" y2="${y + 35}"/><path d="M${x} ${y + 35}l8 -4v8z"/></g>`;
}
