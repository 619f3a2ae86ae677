import { requirements } from '../../generated/requirements.js';
import type { Check } from '../engine/check.js';
import { keptFindings } from '../engine/judge/rule-book.js';
import type { ReasonKind } from '../engine/reason.js';
import type { RequirementId } from '../engine/requirement.js';
import { caseResult, evidence, ruleResult, type TargetFacts } from '../engine/run/results.js';
import type { DecidedLine } from '../record/lines.js';
import type { PartRun } from './part-run.js';

type PartResult = DecidedLine['result'];

/** Reasons of a requirement that does not apply to the target as a part saw it. */
const aboutTarget: ReadonlySet<ReasonKind> = new Set(['stateless', 'feature', 'identity', 'claims']);

/**
 * The results of a run from those of its parts. What failed in a part failed; what is inconclusive in a part is inconclusive; a passed
 * requirement needs the evidence of a part; a requirement is not applicable only if no part says otherwise.
 */
export function combined(parts: readonly PartRun[], checks: readonly Check[]): readonly PartResult[] {
  const [{ given } = {}] = parts;
  const facts: TargetFacts = {
    discriminates: parts.every(({ probed }) => probed.discriminates),
    effort: given?.options.effort ?? 'standard',
    hasRunOut: false,
    writes: given?.writes ?? true,
  };
  const byId = new Map(checks.map((check) => [check.id, check]));
  return (Object.keys(requirements) as RequirementId[]).flatMap((id) => {
    const all = parts.flatMap(({ results }) => results.get(id) ?? []);
    const [first] = all;
    return first ? [combinedResult(all, byId.get(id), facts)] : [];
  });
}

function combinedResult(all: readonly PartResult[], check: Check | undefined, facts: TargetFacts): PartResult {
  const having = (outcome: PartResult['outcome']) => all.filter((one) => one.outcome === outcome);
  const [failed] = having('failed');
  if (failed) return { ...summed(failed, having('failed'), check), reason: failure(having('failed')) };
  const [open] = having('inconclusive');
  if (open) return summed(open, having('inconclusive'), check);
  const [absent] = having('not-applicable').filter(({ reason }) => aboutTarget.has(reason.kind));
  if (absent && having('not-applicable').length < all.length) return disputed(absent);
  const [passed] = having('passed');
  if (passed) {
    const judged = having('passed').reduce((sum, one) => sum + one.judged, 0);
    return having('passed').length === 1 ? passed : { ...passed, judged, reason: evidence(judged) };
  }
  const decided = all.find(({ reason }) => reason.kind !== 'other-part');
  return decided ?? unseen(all[0] as PartResult, check, facts);
}

/** The first result with the findings and the judgements of all that have the same outcome. */
function summed(first: PartResult, all: readonly PartResult[], check: Check | undefined): PartResult {
  const findings = all.flatMap((one) => one.findings);
  return {
    ...first,
    judged: all.reduce((sum, { judged }) => sum + judged, 0),
    findings: check?.kind === 'rule' ? findings.slice(0, keptFindings) : findings,
  };
}

function failure(all: readonly PartResult[]): PartResult['reason'] {
  const [{ reason, findings } = { reason: { kind: 'violation', detail: '' }, findings: [] }] = all;
  if (all.length === 1) return reason as PartResult['reason'];
  return { kind: 'violation', detail: `${findings[0]?.message ?? reason.detail} (in ${all.length} parts of this run)` };
}

/** A requirement that applies to the target as one part saw it, and not as another did. */
function disputed({ reason, ...result }: PartResult): PartResult {
  const detail = `the parts disagree about the target: in one of them the requirement is not applicable (${reason.detail})`;
  return { ...result, outcome: 'inconclusive', reason: { kind: 'precondition', detail }, judged: 0, findings: [] };
}

/** A requirement that every part left to another one. */
function unseen({ id, ...result }: PartResult, check: Check | undefined, facts: TargetFacts): PartResult {
  if (check?.kind !== 'rule') return { ...result, ...caseResult(id, []), findings: [] };
  return { ...result, ...ruleResult(check, { judged: 0, violations: 0, findings: [] }, facts), findings: [] };
}
