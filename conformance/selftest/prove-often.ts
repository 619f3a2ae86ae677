import type { Check } from '../engine/check.js';
import { prove } from './prove.js';
import { nameOf, type Slip } from './slip.js';

/** Of a slip that chance has a part in, at most one in so many seeds may miss it. */
const missedAtMost = 20;

/** Proves a slip from several seeds, beginning with `first`, and tells how many of them found it. */
export async function proveOften(
  slip: Slip,
  checks: readonly Check[],
  first: number,
  seeds: number,
): Promise<{ readonly name: string; readonly found: number; readonly wrong: readonly string[] }> {
  const missed: string[] = [];
  for (let seed = first; seed < first + seeds; seed++) {
    const { lost } = await prove(slip, checks, seed);
    if (lost.length > 0) missed.push(`${seed} (${lost.map(({ id, outcome }) => `${id} ${outcome}`).join(', ')})`);
  }
  const wrong = missed.length > seeds / missedAtMost ? [`not found from the seeds ${missed.join(', ')}`] : [];
  return { name: nameOf(slip), found: seeds - missed.length, wrong };
}
