import type { Result } from '../engine/run/outcome.js';
import { basisLines } from './basis.js';
import { responseLines } from './exchange.js';
import { detailOf } from './failure.js';
import { curl } from './format/curl.js';
import { field, wrappedField } from './format/field.js';
import { cut, inline, plural, printable, wrap } from './format/text.js';
import { rerunOf } from './rerun.js';
import type { ReportSettings } from './settings.js';

/** Inconclusive requirements with the same cause. */
export interface Cause {
  /** The reason of the first of them. */
  readonly detail: string;
  readonly results: readonly Result[];
}

/** Groups inconclusive requirements by cause, the largest group first. */
export function causes(inconclusive: readonly Result[]): readonly Cause[] {
  const groups = new Map<string, Result[]>();
  for (const result of inconclusive) {
    const key = causeOf(result, inconclusive);
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()]
    .map((results) => ({ detail: results[0]?.reason.detail ?? '', results }))
    .sort((a, b) => b.results.length - a.results.length);
}

/**
 * Two requirements have the same cause when their reasons are of one kind and the exchanges behind them agree in operation and status.
 * Without an exchange the reasons have to be equal; one without joins one with an exchange.
 */
function causeOf({ reason, findings }: Result, all: readonly Result[]): string {
  const exchangeIn = ([first]: Result['findings']) => first?.exchange;
  const isAlike = (other: Result) => other.reason.kind === reason.kind && other.reason.detail === reason.detail;
  const exchange =
    exchangeIn(findings) ??
    exchangeIn(all.find((other) => isAlike(other) && exchangeIn(other.findings))?.findings ?? []);
  if (!exchange) return JSON.stringify([reason.kind, reason.detail]);
  return JSON.stringify([
    reason.kind,
    exchange.operation ?? exchange.request.method,
    exchange.response?.status ?? null,
  ]);
}

/** One paragraph: the cause, its requirements, and the first exchange that shows it. */
export function causeLines({ detail, results }: Cause, seed: number, settings: ReportSettings): readonly string[] {
  const { paint, width } = settings;
  const [first] = results;
  if (!first) return [];
  const [finding] = first.findings;
  const ids = results.map(({ id }) => id);
  const musts = results.filter(({ level }) => level === 'MUST').length;
  const counted = `${plural(results.length, 'requirement')}${musts > 0 ? ` (${musts} MUST)` : ''}`;
  return [
    ...wrap(`? ${counted}: ${printable(cut(detail, 1_000))}`, width).map((line, index) =>
      index === 0 ? paint.yellow(line) : `  ${line}`,
    ),
    ...wrappedField(ids.length === 1 ? 'requirement' : 'requirements', ids.join(' '), width),
    ...(ids.length === 1 ? basisLines(first, width) : field('explain', [`security-actions explain ${first.id}`])),
    ...(finding?.input && ids.length === 1 ? field('input', [inline(cut(finding.input, 200))]) : []),
    ...(finding?.exchange ? field('response', responseLines(finding.exchange, detailOf(settings))) : []),
    ...(finding?.exchange ? field('curl', curl(finding.exchange.request, finding.exchange.response)) : []),
    ...field('rerun', [inline(rerunOf(first, seed, settings))]),
  ];
}
