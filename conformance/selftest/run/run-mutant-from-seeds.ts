import type { Check } from '../../engine/check.js';
import { type Mutant, nameOf } from '../mutant.js';
import type { Report } from './report.js';
import { runMutant } from './run-mutant.js';

/** A mutant may survive one in this many seeds, because races depend on chance. */
const oneSurvivesIn = 20;

/** Runs a mutant from several seeds, beginning with `first`, and counts those from which it is killed. */
export async function runMutantFromSeeds(
  mutant: Mutant,
  checks: readonly Check[],
  first: number,
  seeds: number,
): Promise<Pick<Report, 'name' | 'problems' | 'killedFrom'>> {
  const survived: string[] = [];
  for (let seed = first; seed < first + seeds; seed++) {
    const { unmet } = await runMutant(mutant, checks, { seed });
    if (unmet.length > 0) survived.push(`${seed} (${unmet.map(({ id, outcome }) => `${id} ${outcome}`).join(', ')})`);
  }
  const problems = survived.length > seeds / oneSurvivesIn ? [`survived the seeds ${survived.join(', ')}`] : [];
  return { name: nameOf(mutant), killedFrom: seeds - survived.length, problems };
}
