import type { RequirementId } from '../../engine/requirement.js';
import type { Result } from '../../engine/run/outcome.js';
import { otherCase } from '../../report/rerun.js';

/** A requirement that failed or was inconclusive, and what it takes to see that again. */
export interface OpenRequirement {
  readonly id: RequirementId;
  readonly outcome: 'failed' | 'inconclusive';
  /** Other requirements whose cases showed it. */
  readonly with?: readonly RequirementId[];
  /** What found it, if that was neither its case nor a rule. */
  readonly by?: 'sequences' | 'audit';
}

/** What failed or is inconclusive among results. */
export function openIn(results: readonly Result[]): readonly OpenRequirement[] {
  return results.flatMap(({ id, outcome, findings }): OpenRequirement[] => {
    if (outcome !== 'failed' && outcome !== 'inconclusive') return [];
    const others = [...new Set(findings.flatMap((finding) => otherCase(id, finding)))];
    const by = findings.some(({ input }) => input === 'audit')
      ? 'audit'
      : findings.some(({ replay }) => replay !== undefined)
        ? 'sequences'
        : undefined;
    return [{ id, outcome, ...(others.length > 0 && { with: others }), ...(by && { by }) }];
  });
}
