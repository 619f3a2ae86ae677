import type { Level } from '../../../generated/requirements.js';
import type { Tally, Verdict } from './events.js';
import { type Outcome, outcomes, type Result } from './outcome.js';

/** What the process ends with: each code means one thing. */
export const exitCodes = {
  conformant: 0,
  failures: 1,
  inconclusive: 2,
  usage: 64,
  nothingSelected: 66,
  unreachable: 69,
  kitFault: 70,
  blockedByPolicy: 77,
  interrupted: 130,
} as const;

/** Counts results by level and outcome. */
export function tally(results: readonly Result[]): Tally {
  const count = (level: Level, outcome: Outcome) =>
    results.filter((one) => one.level === level && one.outcome === outcome).length;
  const row = (level: Level) =>
    Object.fromEntries(outcomes.map((outcome) => [outcome, count(level, outcome)])) as Record<Outcome, number>;
  return { MUST: row('MUST'), SHOULD: row('SHOULD'), MAY: row('MAY') };
}

/** A MUST violated fails the run; a MUST undecided leaves it open; a run that judged nothing at all has shown nothing. */
export function verdict(results: readonly Result[]): { readonly verdict: Verdict; readonly exitCode: number } {
  const must = results.filter(({ level }) => level === 'MUST');
  if (must.some(({ outcome }) => outcome === 'failed')) return { verdict: 'failures', exitCode: exitCodes.failures };
  const open = must.filter(({ outcome }) => outcome === 'inconclusive');
  const asked = results.some(({ outcome }) => outcome !== 'not-applicable' && outcome !== 'not-selected');
  if (!asked) return { verdict: 'inconclusive', exitCode: exitCodes.nothingSelected };
  if (open.length === 0) return { verdict: 'conformant', exitCode: exitCodes.conformant };
  const policy = open.every(({ reason }) => reason.kind === 'safety-policy');
  return { verdict: 'inconclusive', exitCode: policy ? exitCodes.blockedByPolicy : exitCodes.inconclusive };
}
