import type { RequirementId } from '../../generated/requirements.js';
import type { Check } from '../kit/check.js';
import type { RunOptions } from '../kit/options.js';
import { run } from '../kit/run.js';
import { sequences as explorer } from '../sequences/index.js';
import { exploreOnly } from './explore.js';
import { serverWith } from './server.js';
import type { Variant } from './variant.js';

/** A violation found on a lawful server. */
export interface FalseAlarm {
  readonly id: RequirementId;
  readonly why: string;
}

/** What a run against one variant, or several in one server, came to. */
export interface Verdict {
  readonly variants: readonly string[];
  readonly alarms: readonly FalseAlarm[];
  /** How many requirements were held and how many could not be decided. */
  readonly held: number;
  readonly undecided: readonly RequirementId[];
  readonly durationMs: number;
}

/** Runs all checks, and so many sequences, against a server with these lawful differences; what they openly give up is no alarm. */
export async function judgeVariants(
  variants: readonly Variant[],
  checks: readonly Check[],
  { seed, sequences }: Pick<RunOptions, 'seed' | 'sequences'>,
): Promise<Verdict> {
  const began = performance.now();
  const server = () =>
    serverWith(
      variants.map(({ difference }) => difference()),
      { seed, sequences },
    );
  const { target, options } = await server();
  const { results } = await run(checks, target, options, () => undefined);
  // By themselves, because a run looks only for what its checks are about.
  const found = [...(await exploreOnly(explorer, await server()))].map(([id, { message }]) => ({ id, why: message }));
  const violated = results.filter(({ outcome }) => outcome === 'violated').map(({ id, why }) => ({ id, why }));
  const givenUp = new Set(variants.flatMap(({ givesUp }) => givesUp));
  return {
    variants: variants.map(({ name }) => name),
    alarms: [...violated, ...found].filter(({ id }) => !givenUp.has(id)),
    held: results.filter(({ outcome }) => outcome === 'held').length,
    undecided: results.filter(({ outcome }) => outcome === 'undecided').map(({ id }) => id),
    durationMs: performance.now() - began,
  };
}
