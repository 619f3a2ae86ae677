import type { Basis, Level, RequirementId, Source } from '../../../generated/requirements.js';
import type { Finding } from '../judge/violation.js';
import type { Reason, ReasonKind } from '../reason.js';

/** What became of a requirement in a run. */
export const outcomes = ['passed', 'failed', 'inconclusive', 'not-applicable', 'not-selected'] as const;
export type Outcome = (typeof outcomes)[number];

/** A finding with the name of the input for which it was made. */
export interface InputFinding extends Finding {
  /** Empty for a case without inputs of its own, and for a rule. */
  readonly input: string;
}

/** The outcome of one requirement, with everything needed to understand and repeat it. */
export interface Result {
  readonly id: RequirementId;
  readonly level: Level;
  readonly basis: Basis;
  readonly source: readonly Source[];
  readonly outcome: Outcome;
  readonly reason: Reason;
  /** The violations, or the causes of an inconclusive outcome; the first few of each. */
  readonly findings: readonly InputFinding[];
  /** The number of judgements that the outcome rests on. */
  readonly judged: number;
  /** The number of the first exchange that a rule judged. */
  readonly firstJudged?: number;
}

/** The outcome of one input of a case. */
export interface Decision {
  readonly outcome: Exclude<Outcome, 'not-selected'>;
  readonly judged: number;
  readonly finding?: InputFinding;
  /** Why the input is inconclusive or not applicable. */
  readonly kind?: ReasonKind;
  /** Set when the target responded with a 5xx that does not stand for overload. */
  readonly serverError?: true;
}

/** Outcomes of inputs from the one that decides a case first to the one that decides it last. */
const byWeight: readonly Decision['outcome'][] = ['failed', 'inconclusive', 'passed', 'not-applicable'];

/** The decision of a case: the weightiest outcome of its inputs, with the findings of those that have it. Inconclusive without inputs. */
export function merged(
  decisions: readonly Decision[],
): Pick<Result, 'outcome' | 'findings' | 'judged'> & { readonly kind?: ReasonKind } {
  const outcome = byWeight.find((one) => decisions.some((decision) => decision.outcome === one));
  const decisive = decisions.filter((decision) => decision.outcome === outcome);
  // The safety policy is the reason only when there is no other.
  const kind = decisive.find((one) => one.kind !== 'safety-policy')?.kind ?? decisive[0]?.kind;
  return {
    outcome: outcome ?? 'inconclusive',
    findings: decisive.flatMap(({ finding }) => finding ?? []),
    judged: decisions.reduce((sum, { judged }) => sum + judged, 0),
    ...(kind && { kind }),
  };
}
