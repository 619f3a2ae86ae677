import type { ComparedResult, ComparedRun } from './run.js';

/** A requirement whose outcome is another one in the second run. */
export interface VerdictChange {
  readonly id: ComparedResult['id'];
  readonly level: ComparedResult['level'];
  readonly before: Pick<ComparedResult, 'outcome' | 'reason'>;
  readonly after: Pick<ComparedResult, 'outcome' | 'reason'>;
}

/** Changes of outcomes, and those that may be due to chance. */
export interface VerdictChanges {
  readonly changes: readonly VerdictChange[];
  /** One of the runs saw nothing that it could judge; this says nothing about the target. */
  readonly byChance: readonly VerdictChange[];
}

/** Reasons that depend on what happened to be seen or on other requests of the run. */
const chance: ReadonlySet<string> = new Set(['not-observed', 'disturbed']);

/** The requirements that both runs selected and that have another outcome in the second. */
export function verdictChanges(a: ComparedRun, b: ComparedRun): VerdictChanges {
  const after = new Map(b.results.map((result) => [result.id, result]));
  const all = a.results.flatMap((before): readonly VerdictChange[] => {
    const { id, level } = before;
    const now = after.get(id);
    if (!now || now.outcome === before.outcome || [before, now].some(({ outcome }) => outcome === 'not-selected'))
      return [];
    return [{ id, level, before: sideOf(before), after: sideOf(now) }];
  });
  const move = a.behaved?.movesByItself === true && b.behaved?.movesByItself === true;
  const isByChance = ({ before, after: now }: VerdictChange) => {
    const sides = [before, now];
    if (sides.some(({ outcome }) => outcome === 'failed')) return false;
    return sides.some(({ outcome, reason }) => chance.has(reason.kind) || (move && outcome !== 'passed'));
  };
  return {
    changes: all.filter((change) => !isByChance(change)).sort((one, other) => weight(one) - weight(other)),
    byChance: all.filter(isByChance),
  };
}

/** New failures of a MUST come first, and what no longer fails last. */
function weight({ level, before, after }: VerdictChange): number {
  const kind = after.outcome === 'failed' ? 0 : before.outcome === 'failed' ? 2 : 1;
  return kind * 10 + ['MUST', 'SHOULD', 'MAY'].indexOf(level);
}

function sideOf({ outcome, reason }: ComparedResult): VerdictChange['before'] {
  return { outcome, reason };
}
