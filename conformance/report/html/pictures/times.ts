import { duration, plural } from '../../format/text.js';
import type { Context } from '../context.js';
import { html, type Markup } from '../markup.js';
import { otherOperation } from '../observed/observed.js';

const scale = 1_000;

/** The response times of each operation: a line from the shortest to the longest, a box up to 95 percent, and the median, on a logarithmic scale. */
export function responseTimes({ observed, settings }: Context): Markup | false {
  const operations = [...Object.keys(settings.documented), otherOperation].filter((one) => observed.durations.has(one));
  const all = operations.flatMap((one) => [
    observed.durations.get(one)?.[0] ?? 0,
    observed.durations.get(one)?.at(-1) ?? 0,
  ]);
  if (operations.length === 0) return false;
  const [from, to] = [Math.max(0.1, Math.min(...all)), Math.max(1, ...all)];
  const x = (ms: number) => (Math.log(Math.max(from, ms) / from) / (Math.log(to / from) || 1)) * scale;
  const rows = operations.map((operation) => {
    const times = observed.durations.get(operation) ?? [];
    const at = (part: number) => times[Math.min(times.length - 1, Math.floor(part * times.length))] ?? 0;
    const [least, low, median, high, most] = [at(0), at(0.05), at(0.5), at(0.95), at(1)];
    const numbers = [median, high, most].map((ms) => html`<td class="number">${duration(ms)}</td>`);
    return html`<tr><th scope="row">${operation}</th><td class="number">${times.length}</td>${numbers}
<td class="spread"><svg viewBox="0 0 ${scale} 16" preserveAspectRatio="none" role="img" aria-label="from ${duration(least)} to ${duration(most)}">
<rect class="range" x="${x(least).toFixed(1)}" y="7" width="${Math.max(2, x(most) - x(least)).toFixed(1)}" height="2"/>
<rect class="box" x="${x(low).toFixed(1)}" y="3" width="${Math.max(2, x(high) - x(low)).toFixed(1)}" height="10"/>
<rect class="median" x="${Math.max(0, x(median) - 2).toFixed(1)}" y="1" width="4" height="14"/></svg></td></tr>`;
  });
  const total = operations.reduce((sum, one) => sum + (observed.durations.get(one)?.length ?? 0), 0);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Response times"><table class="times">
<thead><tr><th scope="col">Operation</th><th scope="col" class="number">Responses</th><th scope="col" class="number">Median</th><th scope="col" class="number">95 %</th><th scope="col" class="number">Longest</th><th scope="col"><span class="scale"><span>${end(from)}</span><span>${end(to)}</span></span></th></tr></thead>
<tbody>${rows}</tbody></table></div><p class="muted">${plural(total, 'response')}; the scale is logarithmic. The box holds the times from 5 % to 95 %, and its mark is the median.</p>`;
}

/** An end of the scale: no logarithm begins at 0 ms. */
function end(ms: number): string {
  return ms < 10 ? `${Number(ms.toFixed(1))} ms` : duration(ms);
}
