import type { Result } from '../engine/run/outcome.js';

export function having(
  results: readonly Result[],
  outcome: Result['outcome'],
  level?: Result['level'],
): readonly Result[] {
  return results.filter((one) => one.outcome === outcome && (level === undefined || one.level === level));
}
