import type { RequirementId } from '../../../generated/requirements.js';
import type { Check } from '../../engine/check.js';
import { defaultOptions } from '../../engine/options.js';
import type { Variant } from '../variant.js';
import { combinations } from './combinations.js';
import { falseAlarmsOn } from './run-variants.js';

/** The requirements whose cases send requests at the same time. */
const races: readonly RequirementId[] = ['LIFECYCLE-16', 'CREATE-5', 'CREATE-9', 'CREATE-10'];

/**
 * Runs the sequences and races of a default run, drawn from this seed, against three conforming servers: the reference, one variant and
 * one combination of variants. The seed selects the last two. Returns one sentence for each false alarm.
 */
export async function falseAlarmsFromSeed(
  seed: number,
  variants: readonly Variant[],
  checks: readonly Check[],
): Promise<readonly string[]> {
  const combined = combinations(variants, seed);
  const racing = checks.filter(({ id }) => races.includes(id));
  const servers = [[], variants.slice(seed % variants.length).slice(0, 1), combined[seed % combined.length] ?? []];
  const sentences: string[] = [];
  for (const server of servers) {
    const alarms = await falseAlarmsOn(server, racing, { seed, sequences: defaultOptions.sequences });
    const name = server.map((one) => one.name).join(' + ') || 'the reference';
    sentences.push(...alarms.map(({ id, why }) => `false alarm of ${id} on ${name}: ${why}`));
  }
  return sentences;
}
