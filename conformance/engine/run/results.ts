import { type RequirementId, requirements } from '../../../generated/requirements.js';
import type { Rule } from '../check.js';
import type { Effort } from '../effort.js';
import type { RuleRecord } from '../judge/rule-book.js';
import type { Reason } from '../reason.js';
import { type Decision, merged, type Result } from './outcome.js';

/** What a session knows of a target and every result depends on. */
export interface TargetFacts {
  /** False when the target gives the same response to every request; see decision 0046. */
  readonly discriminates: boolean;
  readonly effort: Effort;
  /** True when the time of the run was too short for some inputs. */
  readonly hasRunOut: boolean;
  /** False when the safety policy allows only reads. */
  readonly writes: boolean;
}

/** Why a smoke run does not decide a requirement. */
export const leftOut: Reason = { kind: 'not-selected', detail: 'left out by --effort smoke' };

/** The result of a requirement for which nothing was sent. */
export function unplayed(id: RequirementId, outcome: 'not-applicable' | 'not-selected', reason: Reason): Result {
  return { ...catalogued(id), outcome, reason, findings: [], judged: 0 };
}

/** The decision of an input, unless the target gives every request the same response. */
export function trusted(decision: Decision, { discriminates }: Pick<TargetFacts, 'discriminates'>): Decision {
  if (decision.outcome !== 'passed' || discriminates) return decision;
  const message = 'the target gives the same response to every request, so a correct one is no evidence';
  return {
    outcome: 'inconclusive',
    judged: 0,
    kind: 'indiscriminate',
    finding: { message, expected: 'responses that depend on the request', received: message, input: '' },
  };
}

/** The result of a case from the decisions of the inputs that were played, out of so many inputs. */
export function caseResult(id: RequirementId, decisions: readonly Decision[], inputs = decisions.length): Result {
  const { kind, ...sum } = merged(decisions);
  const [first] = sum.findings;
  const missing: Reason = { kind: 'no-input', detail: 'the case has no input for this target' };
  return {
    ...catalogued(id),
    ...sum,
    reason:
      sum.outcome === 'passed'
        ? evidence(sum.judged, decisions.length < inputs ? ` of ${decisions.length} of ${inputs} inputs` : '')
        : first
          ? { kind: sum.outcome === 'failed' ? 'violation' : (kind ?? 'precondition'), detail: first.message }
          : missing,
  };
}

/** The result of a rule from what it has seen. */
export function ruleResult({ id, unseen }: Rule, record: RuleRecord, target: TargetFacts): Result {
  const { judged, violations, findings, firstJudged } = record;
  const base = { ...catalogued(id), judged, findings, ...(firstJudged !== undefined && { firstJudged }) };
  if (violations > 0) {
    const times = `${violations} ${violations === 1 ? 'time' : 'times'}`;
    return {
      ...base,
      outcome: 'failed',
      reason: { kind: 'violation', detail: `${findings[0]?.message} (${times} in this run)` },
    };
  }
  if (target.hasRunOut) {
    const detail = 'the time of --max-time was over before all that the rule judges was sent';
    return { ...base, outcome: 'inconclusive', reason: { kind: 'time-limit', detail } };
  }
  if (judged > 0) {
    const { outcome, kind, finding } = trusted({ outcome: 'passed', judged }, target);
    if (kind && finding) return { ...base, outcome, judged: 0, reason: { kind, detail: finding.message } };
    return { ...base, outcome, reason: evidence(judged) };
  }
  if (unseen !== undefined)
    return { ...base, outcome: 'not-applicable', reason: { kind: 'not-observed', detail: unseen } };
  if (target.effort === 'smoke') return unplayed(id, 'not-selected', leftOut);
  const reason: Reason = target.writes
    ? { kind: 'no-observation', detail: 'no response of the target shows anything that this rule judges' }
    : { kind: 'safety-policy', detail: 'only GET requests are sent to this target, and none of them shows it' };
  return { ...base, outcome: 'inconclusive', reason };
}

/** The reason of a passed requirement. */
export function evidence(judged: number, among = ''): Reason {
  return { kind: 'evidence', detail: `${judged} ${judged === 1 ? 'judgement' : 'judgements'}${among}` };
}

function catalogued(id: RequirementId): Pick<Result, 'id' | 'level' | 'basis' | 'source'> {
  const { level, basis, source } = requirements[id];
  return { id, level, basis, source };
}
