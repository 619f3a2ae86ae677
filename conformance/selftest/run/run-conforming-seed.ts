import type { RequirementId } from '../../../generated/requirements.js';
import type { Check } from '../../engine/check.js';
import { defaultOptions } from '../../engine/options.js';
import { combinations } from './combinations.js';
import { judgeVariants } from './run-variants.js';
import type { Variant } from '../variant.js';

/** The cases whose requests meet one another. */
const races: readonly RequirementId[] = ['LIFECYCLE-16', 'CREATE-5', 'CREATE-9', 'CREATE-10'];

/**
 * Plays the sequences and races of a default run, drawn from this seed, on the reference, on one variant and on one combination of them,
 * another one for each seed, and gives what they accuse: one sentence for each violation that was not openly given up.
 */
export async function accusedOfLawful(
  seed: number,
  variants: readonly Variant[],
  checks: readonly Check[],
): Promise<readonly string[]> {
  const combined = combinations(variants, seed);
  const racing = checks.filter(({ id }) => races.includes(id));
  const servers = [[], variants.slice(seed % variants.length).slice(0, 1), combined[seed % combined.length] ?? []];
  const accused: string[] = [];
  for (const together of servers) {
    const alarms = await judgeVariants(together, racing, { seed, sequences: defaultOptions.sequences });
    const name = together.map((one) => one.name).join(' + ') || 'the reference';
    accused.push(...alarms.map(({ id, why }) => `${id} on ${name}: ${why}`));
  }
  return accused;
}
