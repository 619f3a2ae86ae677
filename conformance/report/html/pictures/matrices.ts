import type { Context } from '../context.js';
import { html, type Markup, type Piece } from '../markup.js';
import { type Counts, noResponse, otherOperation } from '../observed/observed.js';

/** Callers in the order of the columns. */
const callers = ['writer', 'reader', 'stranger', 'delegated', 'neighbour', 'expired', 'anonymous'];

/** Operation by caller, with the statuses that were received and how often. */
export function callerMatrix({ observed, settings }: Context): Markup {
  const operations = operationsIn(settings.documented, observed.statuses);
  const seen = callers.filter((caller) => operations.some((one) => observed.statuses.get(one)?.has(caller)));
  const cell = (counts: Counts | undefined) =>
    [...(counts ?? [])]
      .sort(byStatus)
      .map(([status, count]) => html`<span class="tally">${badge(status)}<small>${count}</small></span>`);
  return table(
    'Statuses by operation and caller',
    seen,
    operations,
    (operation, caller) => html`<td>${cell(observed.statuses.get(operation)?.get(caller))}</td>`,
  );
}

/** Operation by status code: documented and seen, documented and not seen, seen without being documented. */
export function statusMatrix({ observed, settings }: Context): Markup {
  const { documented } = settings;
  const operations = Object.keys(documented);
  const totals = new Map(operations.map((operation) => [operation, totalOf(observed.statuses.get(operation))]));
  const received = operations.flatMap((operation) => [...(totals.get(operation)?.keys() ?? [])]);
  const codes = [...new Set([...Object.values(documented).flat().map(String), ...received])]
    .filter((code) => code !== noResponse)
    .sort((a, b) => Number(a) - Number(b));
  return table('Documented statuses by operation', codes, operations, (operation, code) => {
    const count = totals.get(operation)?.get(code) ?? 0;
    const isDocumented = documented[operation]?.includes(Number(code)) ?? false;
    if (isDocumented && count > 0) return html`<td class="seen" title="documented and seen">${count}</td>`;
    if (isDocumented) return html`<td class="unseen" title="documented, not seen">·</td>`;
    return count > 0 ? html`<td class="undocumented" title="seen, not documented">${count}</td>` : html`<td></td>`;
  });
}

function operationsIn(documented: object, seen: ReadonlyMap<string, unknown>): readonly string[] {
  return [...Object.keys(documented), otherOperation].filter(
    (operation) => operation !== otherOperation || seen.has(operation),
  );
}

function table(
  name: string,
  columns: readonly string[],
  rows: readonly string[],
  cell: (row: string, column: string) => Markup,
): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table class="matrix">
<thead><tr><td></td>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row">${row}</th>${columns.map((column) => cell(row, column))}</tr>`)}</tbody></table></div>`;
}

function totalOf(byCaller: ReadonlyMap<string, Counts> | undefined): Counts {
  const total = new Map<string, number>();
  for (const counts of byCaller?.values() ?? [])
    for (const [status, count] of counts) total.set(status, (total.get(status) ?? 0) + count);
  return total;
}

function byStatus([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return a.localeCompare(b, 'en');
}

function badge(status: string): Piece {
  return status === noResponse
    ? html`<span class="status none">no response</span>`
    : html`<span class="status s${status[0]}">${status}</span>`;
}
