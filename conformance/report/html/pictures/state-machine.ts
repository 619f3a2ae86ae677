import type { Context } from '../context.js';
import { html, type Markup } from '../markup.js';
import type { Lifecycle } from '../settings.js';
import { box, type Curve, curveBetween, headOf, type Point, pathOf, pointOn, stopOf } from './geometry.js';
import { type TransitionRow, transitionRows, transitionStates } from './transition-rows.js';

const size = { width: 770, height: 320 };

/** The life of an action, with each transition in the style of what the run saw of it. */
export function stateMachine({ observed, settings, record }: Context): Markup {
  if (record.probed && record.probed.class !== 'stateful')
    return html`<p class="muted">A stateless mock keeps no actions, so that no status changes.</p>`;
  const { lifecycle } = settings;
  const places = placesOf(lifecycle);
  const rows = transitionRows(lifecycle, observed.transitions);
  // What went wrong is drawn last, above everything else.
  const order = ['untried', 'seen', 'refused', 'unclear', 'barred', 'ignored', 'wrong'];
  const drawn = [...rows].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return html`<div class="scroll" tabindex="0" role="region" aria-label="State machine"><svg class="machine" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" role="img" aria-label="State machine; the table below says the same">
${drawn.map((row) => edge(row, places, lifecycle))}${lifecycle.statuses.map((status) => node(status, places, lifecycle))}</svg></div>
<ul class="legend">${Object.entries(transitionStates)
    .filter(([state]) => rows.some((row) => row.state === state))
    .map(
      ([state, says]) =>
        html`<li><svg class="machine" viewBox="0 0 40 14" width="40" height="14" aria-hidden="true">${line(state, { from: { x: 2, y: 7 }, control: { x: 19, y: 7 }, to: { x: 36, y: 7 } })}</svg> ${says}</li>`,
    )}</ul>
<details><summary>The transitions as a table</summary>${table(rows)}</details>`;
}

/** The initial status on the left, the final ones on the right, the others between them. */
function placesOf({ statuses, initial, final }: Lifecycle): ReadonlyMap<string, Point> {
  const between = statuses.filter((one) => one !== initial && !final.includes(one));
  const column = (all: readonly string[], x: number) =>
    all.map((status, index): [string, Point] => [status, { x, y: ((index + 0.5) / all.length) * 240 + 40 }]);
  return new Map([...column([initial], 90), ...column(between, 380), ...column(final, 680)]);
}

function node(status: string, places: ReadonlyMap<string, Point>, { initial, final }: Lifecycle): Markup {
  const { x, y } = places.get(status) ?? { x: 0, y: 0 };
  const outline = (inset: number) =>
    html`<rect class="node" x="${x - box.width / 2 + inset}" y="${y - box.height / 2 + inset}" width="${box.width - 2 * inset}" height="${box.height - 2 * inset}" rx="${8 - inset}"/>`;
  const kind = final.includes(status) ? 'final' : status === initial ? 'initial' : '';
  return html`${outline(0)}${kind === 'final' && outline(3)}<text class="name" x="${x}" y="${y + (kind === '' ? 5 : -1)}">${status}</text>${kind !== '' && html`<text class="kind" x="${x}" y="${y + 14}">${kind}</text>`}`;
}

function edge(row: TransitionRow, places: ReadonlyMap<string, Point>, { statuses }: Lifecycle): Markup | false {
  const [from, to] = [places.get(row.from), places.get(row.to)];
  if (!from || !to) return false;
  const isBack = statuses.indexOf(row.from) > statuses.indexOf(row.to);
  const curve = curveBetween(from, to, bendOf(from, to, !isBack));
  // The labels of both directions would meet in the middle.
  const { x, y } = pointOn(curve, isBack ? 0.36 : 0.5);
  const title = `${row.from} to ${row.to}: ${row.says}`;
  return html`<g><title>${title}</title>${line(row.state, curve)}${row.count > 0 && html`<text class="count ${row.state}" x="${x.toFixed(1)}" y="${(y + 4).toFixed(1)}">${row.count}×</text>`}</g>`;
}

/** Both directions of a long curve bend away from what lies between; those of a short one bend away from each other. */
function bendOf(from: Point, to: Point, isForward: boolean): number {
  const isAbove = from.y + to.y < size.height;
  const outward = isAbove === to.x > from.x ? 1 : -1;
  if (Math.abs(to.x - from.x) > 400) return (isForward ? 34 : 70) * outward;
  return from.y === to.y || from.x === to.x ? 18 : (isForward ? 18 : -4) * outward;
}

function line(state: string, curve: Curve): Markup {
  const ends =
    state === 'refused' || state === 'barred'
      ? html`<path class="stop" d="${stopOf(curve)}"/>`
      : html`<path class="head" d="${headOf(curve)}"/>`;
  return html`<g class="edge ${state}"><path class="line" d="${pathOf(curve)}"/>${ends}</g>`;
}

function table(rows: readonly TransitionRow[]): Markup {
  return html`<table><thead><tr><th scope="col">From</th><th scope="col">To</th><th scope="col">Contract</th><th scope="col">The run saw</th></tr></thead>
<tbody>${rows.map(({ from, to, by, says }) => html`<tr><td>${from}</td><td>${to}</td><td>${by.length > 0 ? `allowed by ${by.join(', ')}` : 'forbidden'}</td><td>${says}</td></tr>`)}</tbody></table>`;
}
