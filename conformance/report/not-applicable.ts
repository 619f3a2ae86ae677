import type { Result } from '../engine/run/outcome.js';
import { plural, printable, wrap } from './format/text.js';
import type { ReportSettings } from './settings.js';

/** The requirements that are not applicable, by reason. Those that no run can check come last, and as a number unless the report is verbose. */
export function notApplicableLines(results: readonly Result[], { verbose, width }: ReportSettings): readonly string[] {
  const untested = results.filter(({ reason }) => reason.kind === 'untested');
  const reasons = new Map<string, string[]>();
  for (const { id, reason } of results)
    if (verbose || reason.kind !== 'untested') reasons.set(reason.detail, [...(reasons.get(reason.detail) ?? []), id]);
  const lines = [...reasons].flatMap(([detail, ids]) =>
    wrap(`- ${printable(detail)}: ${ids.join(' ')}`, width - 4).map((line, index) =>
      index === 0 ? line : `    ${line}`,
    ),
  );
  if (verbose || untested.length === 0) return lines;
  return [
    ...lines,
    `- ${plural(untested.length, 'requirement')} that no run can check from outside: see security-actions list --untested`,
  ];
}
