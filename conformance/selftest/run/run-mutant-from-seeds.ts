import type { Check } from '../../engine/check.js';
import { type Mutant, nameOf } from '../mutant.js';
import { prove } from './run-mutant.js';

/** Of a mutant that chance has a part in, at most one in so many seeds may miss it. */
const missedAtMost = 20;

/** Proves a mutant from several seeds, beginning with `first`, and tells how many of them found it. */
export async function proveOften(
  mutant: Mutant,
  checks: readonly Check[],
  first: number,
  seeds: number,
): Promise<{ readonly name: string; readonly found: number; readonly wrong: readonly string[] }> {
  const missed: string[] = [];
  for (let seed = first; seed < first + seeds; seed++) {
    const { lost } = await prove(mutant, checks, seed);
    if (lost.length > 0) missed.push(`${seed} (${lost.map(({ id, outcome }) => `${id} ${outcome}`).join(', ')})`);
  }
  const wrong = missed.length > seeds / missedAtMost ? [`not found from the seeds ${missed.join(', ')}`] : [];
  return { name: nameOf(mutant), found: seeds - missed.length, wrong };
}
