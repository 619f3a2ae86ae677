import type { Result } from '../engine/run/outcome.js';

/** The levels and outcomes in the order in which reports show them. */
export const levels = ['MUST', 'SHOULD', 'MAY'] as const satisfies readonly Result['level'][];
export const outcomes = [
  'passed',
  'failed',
  'inconclusive',
  'not-applicable',
  'not-selected',
] as const satisfies readonly Result['outcome'][];

export type Counts = Readonly<Record<Result['level'], Readonly<Record<Result['outcome'], number>>>>;

/** How many requirements of each level have each outcome. Every report counts with this function, so that they agree. */
export function count(results: readonly Result[]): Counts {
  const counts = { MUST: zeros(), SHOULD: zeros(), MAY: zeros() };
  for (const { level, outcome } of results) counts[level][outcome] += 1;
  return counts;
}

function zeros(): Record<Result['outcome'], number> {
  return { passed: 0, failed: 0, inconclusive: 0, 'not-applicable': 0, 'not-selected': 0 };
}

/** The results with one outcome, of one level or of all. */
export function having(
  results: readonly Result[],
  outcome: Result['outcome'],
  level?: Result['level'],
): readonly Result[] {
  return results.filter((one) => one.outcome === outcome && (level === undefined || one.level === level));
}
