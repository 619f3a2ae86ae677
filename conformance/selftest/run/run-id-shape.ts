import type { Check } from '../../engine/check.js';
import { defaultOptions } from '../../engine/options.js';
import { run } from '../../engine/run/run.js';
import { sequences } from '../../explore/sequences/index.js';
import { sharedTarget } from '../server/shared-target.js';
import type { Extent, Report } from './report.js';
import { type Sample, sampled } from './sample.js';

/** The part of a whole run that each seed plays; seeds that follow each other draw other inputs and sequences. */
const sample: Sample = { oneCaseOf: 1, inputs: 1, sequences: 4 };
/** Actions of other clients on the target. */
const others = 500;

/**
 * Runs the kit from `seeds` seeds against a target with ids of this form and with actions of other clients, and counts the writes that
 * reach these actions.
 */
export async function foreignWritesFromSeeds(
  [shape, idOf]: readonly [string, (number: number) => string],
  checks: readonly Check[],
  { seed: first, seeds = 1, whole }: Extent,
): Promise<Pick<Report, 'name' | 'problems' | 'foreignWrites'>> {
  const problems: string[] = [];
  let count = 0;
  for (let seed = first; seed < first + seeds; seed++) {
    const { target, foreignWrites } = await sharedTarget(idOf, others);
    const options = {
      ...defaultOptions,
      seed,
      settleMs: 60,
      patienceMs: 0,
      sequences: whole ? defaultOptions.sequences : sample.sequences,
    };
    const played = whole ? checks : sampled(checks, sample, seed);
    const { results } = await run(played, target, options, () => undefined, [sequences]);
    count += foreignWrites.length;
    problems.push(
      ...foreignWrites.map((write) => `seed ${seed}: ${write}`),
      ...results
        .filter(({ level, outcome }) => level === 'MUST' && outcome === 'failed')
        .map(({ id, reason }) => `seed ${seed}: false alarm of ${id}: ${reason.detail}`),
    );
  }
  return { name: `${shape} ids`, problems, foreignWrites: { seeds, count } };
}
