import { requirements } from '../../../generated/requirements.js';
import type { Check } from '../../engine/check.js';
import { run } from '../../engine/run/run.js';
import { sequences } from '../../explore/sequences/index.js';
import type { Mutant } from '../mutant.js';
import { serverWith } from '../server/server.js';

/** True for a mutant that breaks a SHOULD or MAY requirement and breaks no MUST. */
export function keepsEveryMust({ requirement, alsoFails, mayFailInAudit }: Mutant): boolean {
  return [requirement, ...alsoFails, ...mayFailInAudit].every((id) => requirements[id].level !== 'MUST');
}

/**
 * Plays every case, rule and sequence on a mutant that keeps every MUST. Returns one sentence for each MUST that fails or is inconclusive
 * there: a check of it relies on more than the contract requires.
 */
export async function escalationsOn(
  mutant: Mutant,
  checks: readonly Check[],
  seed: number,
): Promise<readonly string[]> {
  const { target, options } = await serverWith([mutant.difference()], { seed });
  // Only a slow machine makes these times matter, and a level that escalates for that reason is none.
  const patient = { ...options, timeoutMs: 60_000, settleMs: Math.max(options.settleMs, 500) };
  const { results } = await run(checks, target, patient, () => undefined, [sequences]);
  return results
    .filter(({ level, outcome }) => level === 'MUST' && (outcome === 'failed' || outcome === 'inconclusive'))
    .map(({ id, outcome, reason }) => `${id} is a MUST and ${outcome}: ${reason.detail}`);
}
