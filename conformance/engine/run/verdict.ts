import type { Level } from '../../../generated/requirements.js';
import type { AppliedBaseline } from './baseline.js';
import type { Tally, Verdict } from './events.js';
import { type Outcome, outcomes, type Result } from './outcome.js';

/** The exit codes of the process. */
export const exitCodes = {
  conformant: 0,
  failures: 1,
  inconclusive: 2,
  staleBaseline: 3,
  usage: 64,
  nothingSelected: 66,
  unreachable: 69,
  kitFault: 70,
  blockedByPolicy: 77,
  interrupted: 130,
} as const;

/** Counts the results by level and outcome. */
export function tally(results: readonly Result[]): Tally {
  const count = (level: Level, outcome: Outcome) =>
    results.filter((one) => one.level === level && one.outcome === outcome).length;
  const countsOf = (level: Level) =>
    Object.fromEntries(outcomes.map((outcome) => [outcome, count(level, outcome)])) as Record<Outcome, number>;
  return { MUST: countsOf('MUST'), SHOULD: countsOf('SHOULD'), MAY: countsOf('MAY') };
}

/**
 * The verdict of a run: failures when a MUST failed, else inconclusive when a MUST is inconclusive or nothing was judged, else conformant.
 * Results that a baseline accepts do not count; entries of it that have to be deleted give their own exit code when nothing is worse.
 */
export function verdict(
  results: readonly Result[],
  baseline?: AppliedBaseline,
): { readonly verdict: Verdict; readonly exitCode: number } {
  const stale = (baseline?.problems.length ?? 0) > 0;
  const must = results.filter(({ id, level }) => level === 'MUST' && !baseline?.known.has(id));
  if (must.some(({ outcome }) => outcome === 'failed')) return { verdict: 'failures', exitCode: exitCodes.failures };
  const open = must.filter(({ outcome }) => outcome === 'inconclusive');
  const wasJudged = results.some(({ outcome }) => outcome !== 'not-applicable' && outcome !== 'not-selected');
  if (!wasJudged) return { verdict: 'inconclusive', exitCode: exitCodes.nothingSelected };
  if (open.length === 0)
    return { verdict: 'conformant', exitCode: stale ? exitCodes.staleBaseline : exitCodes.conformant };
  const policy = open.every(({ reason }) => reason.kind === 'safety-policy');
  if (!policy) return { verdict: 'inconclusive', exitCode: exitCodes.inconclusive };
  return { verdict: 'inconclusive', exitCode: stale ? exitCodes.staleBaseline : exitCodes.blockedByPolicy };
}
