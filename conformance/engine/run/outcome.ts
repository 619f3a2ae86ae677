import type { Basis, Level, RequirementId } from '../../../generated/requirements.js';
import type { Finding } from '../judge/violation.js';

/** What became of a requirement in a run. */
export const outcomes = ['passed', 'failed', 'inconclusive', 'not-applicable', 'not-selected'] as const;
export type Outcome = (typeof outcomes)[number];

/** A finding with the row of the case's table in which it was made. */
export interface InputFinding extends Finding {
  /** Empty for a case without a table and for a rule. */
  readonly row: string;
}

/** The outcome of one requirement, with all that is needed to understand and repeat it. */
export interface Result {
  readonly id: RequirementId;
  readonly level: Level;
  readonly basis: Basis;
  readonly source: readonly string[];
  readonly outcome: Outcome;
  /** One sentence: the evidence, the violation, the cause or the reason. */
  readonly why: string;
  /** Violations, or the causes of an undecided outcome; the first few of each. */
  readonly findings: readonly InputFinding[];
  /** How many judgements the outcome rests on. */
  readonly judged: number;
  /** True when it is undecided because the safety policy did not let the kit ask. */
  readonly blockedByPolicy?: true;
}

/** What one row of a case, or one subject of a rule, came to. */
export interface Decision {
  readonly outcome: 'passed' | 'failed' | 'inconclusive' | 'not-applicable';
  readonly judged: number;
  readonly finding?: InputFinding;
  readonly blockedByPolicy?: true;
}

/** One violation makes the requirement violated; else one undecided row makes it undecided, else one held row makes it held; no row at all decides nothing. */
export function merged(
  decisions: readonly Decision[],
): Pick<Result, 'outcome' | 'findings' | 'judged' | 'blockedByPolicy'> {
  const outcome = (['failed', 'inconclusive', 'passed', 'not-applicable'] as const).find((one) =>
    decisions.some((decision) => decision.outcome === one),
  );
  const decisive = decisions.filter((decision) => decision.outcome === outcome);
  const undecided = outcome === 'inconclusive' && decisive.every(({ blockedByPolicy }) => blockedByPolicy);
  return {
    outcome: outcome ?? 'inconclusive',
    findings: decisive.flatMap(({ finding }) => finding ?? []),
    judged: decisions.reduce((sum, { judged }) => sum + judged, 0),
    ...(undecided && { blockedByPolicy: true }),
  };
}
