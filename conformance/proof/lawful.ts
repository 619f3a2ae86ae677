import type { RequirementId } from '../../generated/requirements.js';
import type { Check } from '../kit/check.js';
import { defaultOptions } from '../kit/options.js';
import { run } from '../kit/run.js';
import { sequences } from '../sequences/index.js';
import { combinations } from './combine.js';
import { exploreOnly } from './explore.js';
import { serverWith } from './server.js';
import type { Variant } from './variant.js';

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
  const servers = [[], variants.slice(seed % variants.length).slice(0, 1), combined[seed % combined.length] ?? []];
  const accused: string[] = [];
  for (const together of servers) accused.push(...(await accusedOf(seed, together, checks)));
  return accused;
}

async function accusedOf(seed: number, variants: readonly Variant[], checks: readonly Check[]): Promise<string[]> {
  const server = () =>
    serverWith(
      variants.map(({ difference }) => difference()),
      { seed, sequences: defaultOptions.sequences, races: defaultOptions.races },
    );
  const found = await exploreOnly(sequences, await server());
  const { target, options } = await server();
  const racing = checks.filter(({ id }) => races.includes(id));
  const { results } = await run(racing, target, options, () => undefined);
  const violated = results.filter(({ outcome }) => outcome === 'violated').map(({ id, why }) => [id, why] as const);
  const givenUp = new Set(variants.flatMap(({ givesUp }) => givesUp));
  const name = variants.map((one) => one.name).join(' + ') || 'the reference';
  const told = [...found].map(([id, { message }]) => [id, message] as const);
  return [...told, ...violated].flatMap(([id, why]) => (givenUp.has(id) ? [] : [`${id} on ${name}: ${why}`]));
}
