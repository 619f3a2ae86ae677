import type { RequirementId } from '../../../generated/requirements.js';
import type { Check } from '../../engine/check.js';
import type { RunOptions } from '../../engine/options.js';
import { run } from '../../engine/run/run.js';
import { sequences as explorer } from '../../explore/sequences/index.js';
import { exploreOnly } from './run-explorer.js';
import { serverWith } from '../server/server.js';
import type { Variant } from '../variant.js';

/** A violation found on a lawful server. */
export interface FalseAlarm {
  readonly id: RequirementId;
  readonly why: string;
}

/**
 * Runs these checks against a server with these lawful differences, and so many sequences against another, and gives the violations; what
 * the variants openly give up is none. Without variants it is the reference that is judged.
 */
export async function judgeVariants(
  variants: readonly Variant[],
  checks: readonly Check[],
  { seed, sequences }: Pick<RunOptions, 'seed' | 'sequences'>,
): Promise<readonly FalseAlarm[]> {
  const server = () =>
    serverWith(
      variants.map(({ difference }) => difference()),
      { seed, sequences },
    );
  const { target, options } = await server();
  const { results } = await run(checks, target, options, () => undefined);
  // By themselves, because a run looks only for what its checks are about.
  const found = [...(await exploreOnly(explorer, await server()))].map(([id, { message }]) => ({ id, why: message }));
  const violated = results
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ id, reason }) => ({ id, why: reason.detail }));
  const givenUp = new Set(variants.flatMap(({ givesUp }) => givesUp));
  return [...violated, ...found].filter(({ id }) => !givenUp.has(id));
}
