import type { RequirementId } from '../../../generated/requirements.js';
import type { Result } from './outcome.js';

/** The outcomes that a baseline can accept. */
export const acceptedOutcomes = ['failed', 'inconclusive'] as const;

/** One known failure: a requirement, or one input of its case, that is expected to fail or to be inconclusive. */
export interface BaselineEntry {
  readonly requirement: RequirementId;
  /** The name of the input; without it the entry covers every input of the requirement. */
  readonly input?: string;
  readonly outcome: (typeof acceptedOutcomes)[number];
  readonly reason: string;
  /** The URL of the issue in which the failure is tracked. */
  readonly issue?: string;
  /** The last day on which the entry is accepted, such as `2027-02-24`. */
  readonly expires: string;
  /** The line of the baseline file on which the entry begins; the first is 1. */
  readonly line: number;
}

/** The known failures of a target, and the day on which they are judged, such as `2026-11-26`. */
export interface Baseline {
  readonly file: string;
  readonly today: string;
  readonly entries: readonly BaselineEntry[];
}

/** An entry that has to be deleted or changed: its requirement passes now, nothing matches it, or it has expired. */
export interface BaselineProblem {
  readonly kind: 'fixed' | 'unmatched' | 'expired';
  readonly line: number;
  readonly requirement: RequirementId;
  readonly message: string;
}

/** What a baseline says about the results of a run. */
export interface AppliedBaseline {
  /** The results that the baseline accepts, with the entries that cover them. */
  readonly known: ReadonlyMap<RequirementId, readonly BaselineEntry[]>;
  readonly problems: readonly BaselineProblem[];
}

/** Compares the results of a run with a baseline. Entries of requirements that were not selected are left alone. */
export function applyBaseline({ file, today, entries }: Baseline, results: readonly Result[]): AppliedBaseline {
  const known = new Map<RequirementId, readonly BaselineEntry[]>();
  const problems: BaselineProblem[] = [];
  for (const result of results) {
    const own = entries.filter(({ requirement }) => requirement === result.id);
    if (own.length === 0 || result.outcome === 'not-selected') continue;
    const covering = own.filter((entry) => mismatch(entry, result) === undefined);
    if (isCovered(result, covering)) known.set(result.id, covering);
    for (const entry of own) {
      const { line, requirement, expires } = entry;
      const wrong = mismatch(entry, result);
      if (wrong) problems.push({ ...wrong, line, requirement, message: `${file}:${line}: ${wrong.message}` });
      else if (expires < today) {
        const message = `${file}:${line}: the entry of ${requirement} expired on ${expires}: delete it, or give it a new date`;
        problems.push({ kind: 'expired', line, requirement, message });
      }
    }
  }
  return { known, problems: problems.toSorted((one, other) => one.line - other.line) };
}

/** True when the entries accept everything that is wrong with the requirement. */
function isCovered(result: Result, covering: readonly BaselineEntry[]): boolean {
  if (covering.some(({ input }) => input === undefined)) return true;
  const inputs = result.findings.map(({ input }) => input);
  return inputs.length > 0 && inputs.every((input) => covering.some((entry) => entry.input === input));
}

/** Why an entry does not accept anything about a result; `undefined` when it does. */
function mismatch(
  { requirement, input, outcome, line }: BaselineEntry,
  result: Result,
): Pick<BaselineProblem, 'kind' | 'message'> | undefined {
  const about = input === undefined ? requirement : `input "${input}" of ${requirement}`;
  if (result.outcome === 'not-applicable')
    return { kind: 'unmatched', message: `${about} is not applicable to this target: delete line ${line}` };
  if (result.outcome === 'passed') return { kind: 'fixed', message: `${about} passes now: delete line ${line}` };
  if (result.outcome !== outcome)
    return {
      kind: 'unmatched',
      message: `${about}: expected ${outcome}, received ${result.outcome}: correct or delete line ${line}`,
    };
  if (input === undefined || result.findings.some((finding) => finding.input === input)) return undefined;
  const now = outcome === 'failed' ? 'does not fail any more' : 'is not inconclusive any more';
  return { kind: 'fixed', message: `${about} ${now}: delete line ${line}` };
}

/**
 * The smallest baseline that accepts every MUST that failed or is inconclusive. An entry of an earlier baseline keeps its texts, and
 * its date while that has not passed.
 */
export function baselineOf(
  results: readonly Result[],
  {
    today,
    expires,
    earlier = [],
  }: Pick<Baseline, 'today'> & {
    readonly expires: string;
    readonly earlier?: readonly BaselineEntry[];
  },
): readonly Omit<BaselineEntry, 'line' | 'input'>[] {
  return results.flatMap(({ id, level, outcome, reason }) => {
    if (level !== 'MUST' || (outcome !== 'failed' && outcome !== 'inconclusive')) return [];
    const before = earlier.find((entry) => entry.requirement === id && entry.outcome === outcome);
    return [
      {
        requirement: id,
        outcome,
        reason: before?.reason ?? reason.detail,
        ...(before?.issue !== undefined && { issue: before.issue }),
        expires: before && before.expires >= today ? before.expires : expires,
      },
    ];
  });
}
