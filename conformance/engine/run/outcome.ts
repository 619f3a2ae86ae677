import type { Basis, Level, RequirementId } from '../../../generated/requirements.js';
import type { Finding } from '../judge/violation.js';
import type { Reason, ReasonKind } from '../reason.js';

/** What became of a requirement in a run. */
export const outcomes = ['passed', 'failed', 'inconclusive', 'not-applicable', 'not-selected'] as const;
export type Outcome = (typeof outcomes)[number];

/** A finding with the input of the case's table in which it was made. */
export interface InputFinding extends Finding {
  /** Empty for a case without a table and for a rule. */
  readonly input: string;
}

/** The outcome of one requirement, with all that is needed to understand and repeat it. */
export interface Result {
  readonly id: RequirementId;
  readonly level: Level;
  readonly basis: Basis;
  readonly source: readonly string[];
  readonly outcome: Outcome;
  readonly reason: Reason;
  /** Violations, or the causes of an undecided outcome; the first few of each. */
  readonly findings: readonly InputFinding[];
  /** How many judgements the outcome rests on. */
  readonly judged: number;
}

/** What one input of a case, or one subject of a rule, came to. */
export interface Decision {
  readonly outcome: 'passed' | 'failed' | 'inconclusive' | 'not-applicable';
  readonly judged: number;
  readonly finding?: InputFinding;
  /** Why it is inconclusive or not applicable. */
  readonly kind?: ReasonKind;
}

/** One violation makes the requirement violated; else one undecided input makes it undecided, else one held input makes it held; no input at all decides nothing. */
export function merged(
  decisions: readonly Decision[],
): Pick<Result, 'outcome' | 'findings' | 'judged'> & { readonly kind?: ReasonKind } {
  const outcome = (['failed', 'inconclusive', 'passed', 'not-applicable'] as const).find((one) =>
    decisions.some((decision) => decision.outcome === one),
  );
  const decisive = decisions.filter((decision) => decision.outcome === outcome);
  // What the policy did not allow is the reason only where it is the only one.
  const kind = decisive.find((one) => one.kind !== 'safety-policy')?.kind ?? decisive[0]?.kind;
  return {
    outcome: outcome ?? 'inconclusive',
    findings: decisive.flatMap(({ finding }) => finding ?? []),
    judged: decisions.reduce((sum, { judged }) => sum + judged, 0),
    ...(kind && { kind }),
  };
}
