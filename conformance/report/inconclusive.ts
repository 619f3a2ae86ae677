import type { Result } from '../engine/run/outcome.js';
import { curl } from './curl.js';
import { responseLines } from './exchange.js';
import { detailOf, field } from './failure.js';
import type { ReportSettings } from './settings.js';
import { cut, inline, plural, printable, wrap } from './text.js';

/** Requirements that could not be decided for one and the same cause. */
export interface Cause {
  readonly why: string;
  readonly results: readonly Result[];
}

/** Groups undecided requirements by their cause; ids, numbers and addresses in it do not tell causes apart. */
export function causes(inconclusive: readonly Result[]): readonly Cause[] {
  const groups = new Map<string, Result[]>();
  for (const result of inconclusive) {
    const key = general(result.reason.detail);
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()]
    .map((results) => ({ why: results[0]?.reason.detail ?? '', results }))
    .sort((a, b) => b.results.length - a.results.length);
}

/** One paragraph: the cause, whom it concerns, and the first exchange that shows it. */
export function causeLines({ why, results }: Cause, seed: number, settings: ReportSettings): readonly string[] {
  const { paint, width } = settings;
  const [first] = results.flatMap(({ findings }) => findings);
  const ids = results.map(({ id }) => id);
  const musts = results.filter(({ level }) => level === 'MUST').length;
  const whom = `${plural(results.length, 'requirement')}${musts > 0 ? ` (${musts} MUST)` : ''}`;
  const exchange = first?.exchange;
  return [
    ...wrap(`? ${whom}: ${printable(cut(why, 1_000))}`, width).map((line, index) =>
      index === 0 ? paint.yellow(line) : `  ${line}`,
    ),
    ...field('which', wrap(ids.join(' '), Math.max(20, width - 14))),
    ...(first?.input && results.length === 1 ? field('input', [inline(cut(first.input, 200))]) : []),
    ...(exchange ? field('request', curl(exchange.request)) : []),
    ...(exchange ? field('response', responseLines(exchange, detailOf(settings))) : []),
    ...field('again', [inline(settings.again(ids.slice(0, 1), seed, results[0]?.findings[0]?.replay))]),
  ];
}

function general(why: string): string {
  return why
    .replace(/https?:\/\/\S+/g, (url) => url.replace(/(securityActions\/)[^/?\s]+/, '$1{id}').replace(/\?\S*/, ''))
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{8,}\b/gi, '{id}')
    .replace(/\b\d{4,}\b/g, '{number}');
}
