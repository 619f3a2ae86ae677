import type { Result } from '../engine/run/outcome.js';
import type { ReportSettings } from './settings.js';
import { plural, printable, wrap } from './text.js';

/** The requirements that could not be asked of this target, by reason; those that no run can decide come last, as a number unless all is wanted. */
export function notApplicableLines(results: readonly Result[], { verbose, width }: ReportSettings): readonly string[] {
  const untested = results.filter(({ reason }) => reason.kind === 'untested');
  const reasons = new Map<string, string[]>();
  for (const { id, reason } of results)
    if (verbose || reason.kind !== 'untested') reasons.set(reason.detail, [...(reasons.get(reason.detail) ?? []), id]);
  const lines = [...reasons].flatMap(([why, ids]) =>
    wrap(`- ${printable(why)}: ${ids.join(' ')}`, width - 4).map((line, index) => (index === 0 ? line : `    ${line}`)),
  );
  if (verbose || untested.length === 0) return lines;
  return [
    ...lines,
    `- ${plural(untested.length, 'requirement')} that no run from outside can decide: security-actions list --untested`,
  ];
}
