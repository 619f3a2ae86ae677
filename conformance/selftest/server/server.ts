import type { FetchHandler } from '../../engine/http/transport/handler.js';
import { defaultOptions, type RunOptions } from '../../engine/options.js';
import type { Target } from '../../engine/target.js';
import { type Behaviour, referenceBehaviour } from '../../reference/behaviour.js';
import { createReference } from '../../reference/index.js';
import type { Difference } from './difference.js';

/** A server in this process, and the options of a run against it. */
export interface Server {
  readonly target: Target;
  readonly options: RunOptions;
}

/** Short times, because the server is in this process, yet long enough for a busy machine. */
const quick: RunOptions = {
  ...defaultOptions,
  seed: 1,
  concurrency: 16,
  timeoutMs: 5_000,
  settleMs: 60,
  patienceMs: 0,
  budgetMs: 60_000,
};

/** A new server with all these differences from the reference. Each difference applies on top of those before it. */
export async function serverWith(differences: readonly Difference[], run: Partial<RunOptions> = {}): Promise<Server> {
  const settings = Object.assign({}, ...differences.map(({ options }) => options)) as Difference['options'];
  const reference = createReference({ ...settings, behaviour: combinedBehaviour(differences) });
  const minted: Target['tokens'] = await reference.tokens.mintAll();
  return {
    target: {
      name: 'reference',
      url: `http://reference.example${reference.basePath}`,
      fetch: differences
        .toSorted((a, b) => Number(a.isOutermost ?? false) - Number(b.isOutermost ?? false))
        .reduce<FetchHandler>((inner, { fetch }) => fetch?.(inner) ?? inner, reference.fetch),
      tokens: differences.reduce((tokens, difference) => difference.tokens?.(tokens) ?? tokens, minted),
      declared: {
        offers: differences.flatMap(({ declared }) => declared?.offers ?? []),
        lacks: differences.flatMap(({ declared }) => declared?.lacks ?? []),
      },
      routing: Object.assign({}, ...differences.map(({ routing }) => routing)) as Target['routing'],
    },
    options: { ...Object.assign({}, quick, ...differences.map((difference) => difference.run)), ...run },
  };
}

function combinedBehaviour(differences: readonly Difference[]): Behaviour {
  let right: Behaviour = referenceBehaviour;
  for (const { behaviour } of differences) {
    right = Object.assign({}, right, typeof behaviour === 'function' ? behaviour(right) : behaviour);
  }
  return right;
}
