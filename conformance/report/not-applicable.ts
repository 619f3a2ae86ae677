import type { Result } from '../engine/run/outcome.js';
import type { ReportSettings } from './settings.js';
import { plural, printable, wrap } from './text.js';

/** The requirements that could not be asked of this target, by reason; those that no run can decide come last, as a number unless all is wanted. */
export function notApplicableLines(results: readonly Result[], { verbose, width }: ReportSettings): readonly string[] {
  const untested = results.filter(({ why }) => why.startsWith('untested: '));
  const reasons = new Map<string, string[]>();
  for (const { id, why } of results)
    if (verbose || !why.startsWith('untested: ')) reasons.set(why, [...(reasons.get(why) ?? []), id]);
  const lines = [...reasons].flatMap(([why, ids]) =>
    wrap(`- ${printable(why)}: ${ids.join(' ')}`, width - 4).map((line, index) => (index === 0 ? line : `    ${line}`)),
  );
  if (verbose || untested.length === 0) return lines;
  return [
    ...lines,
    `- ${plural(untested.length, 'requirement')} that no run from outside can decide: security-actions list --untested`,
  ];
}
