import { allChecks } from '../../checks/registry.js';
import type { Check } from '../../engine/check.js';
import { defaultOptions, type RunOptions } from '../../engine/options.js';
import { combinations } from './combinations.js';
import { judgeVariants } from './run-variants.js';
import { accusedOfLawful } from './run-conforming-seed.js';
import { allMutants, allVariants } from './load.js';
import type { Mutant } from '../mutant.js';
import { excuse } from '../null-servers/excuse.js';
import { measure } from '../null-servers/measure.js';
import { nullServers } from '../null-servers/servers.js';
import { type Proof, prove, proveWhole } from './run-mutant.js';
import { proveOften } from './run-mutant-from-seeds.js';
import { type Share, sampled } from './sample.js';
import type { Variant } from '../variant.js';

/** How thorough the proof is. */
export interface Effort {
  /** Mutants by whole runs, which shows who else notices them; variants on every input of every case. */
  readonly whole: boolean;
  readonly seed: number;
  /** From how many seeds, beginning with that one, each mutant is proved; once when absent. */
  readonly seeds?: number;
}

/** One server to be looked at: its kind and its place among its kind. */
export interface Task {
  readonly kind: 'null server' | 'mutant' | 'variant' | 'combination' | 'seed';
  readonly index: number;
}

/** What came of a task. */
export interface Report extends Task {
  readonly name: string;
  /** What is wrong, one sentence each; empty when all is as it should be. */
  readonly wrong: readonly string[];
  /** From how many of several seeds a mutant was found. */
  readonly found?: number;
  readonly durationMs: number;
}

/**
 * How much is played without `whole`, other cases, inputs and sequences for each server. Nearly all the time of the proof goes into this:
 * a variant meets every case in its combination, so that alone it need not; six seeds in a input make it meet each of them alone as well.
 */
const share: Readonly<Record<'variant' | 'combination', Share & Pick<RunOptions, 'sequences'>>> = {
  variant: { oneCaseOf: 6, inputs: 1, sequences: 3 },
  combination: { oneCaseOf: 1, inputs: 1, sequences: 8 },
};

/** Looks at one server. A check that stumbles over it is told as what is wrong. */
export async function perform(task: Task, effort: Effort): Promise<Report> {
  const began = performance.now();
  const checks = await allChecks();
  const found = await byKind[task.kind](task.index, effort, checks).catch((error: unknown) => {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { name: `number ${task.index}`, wrong: [`the kit itself stumbled: ${detail}`] };
  });
  return { ...task, ...found, durationMs: Math.round(performance.now() - began) };
}

type Finds = (
  index: number,
  effort: Effort,
  checks: readonly Check[],
) => Promise<Pick<Report, 'name' | 'wrong' | 'found'>>;

const byKind: Readonly<Record<Task['kind'], Finds>> = {
  'null server': async (index, _, checks) => {
    const { server, passed } = await measure(at(nullServers(), index), checks);
    const wrong = passed.MUST.filter((id) => excuse(id) === undefined).map((id) => `${id} is passed, and it is a MUST`);
    return { name: server, wrong };
  },
  seed: async (index, { seed }, checks) => ({
    name: `number ${seed + index}`,
    wrong: await accusedOfLawful(seed + index, await allVariants(), checks),
  }),
  mutant: async (index, { whole, seed, seeds = 1 }, checks) => {
    if (seeds > 1) return proveOften(at(await allMutants(), index), checks, seed, seeds);
    const { mutant, lost, strays } = await proveLuckily(at(await allMutants(), index), checks, whole, seed);
    return {
      name: mutant,
      wrong: [
        ...lost.map(({ id, outcome, why }) => `${id} should notice it, but is ${outcome}: ${why}`),
        ...strays.map(({ id, why }) => `${id} notices it and is not declared as a relative: ${why}`),
      ],
    };
  },
  variant: async (index, effort, checks) => {
    const variant = at(await allVariants(), index);
    return judged([variant], checks, share.variant, index, effort);
  },
  combination: async (index, effort, checks) => {
    const variants = at(combinations(await allVariants(), effort.seed), index);
    return judged(variants, checks, share.combination, index, effort);
  },
};

/** What requests have to meet for is tried from one more seed when they did not: by chance one in twenty may be missed. */
async function proveLuckily(mutant: Mutant, checks: readonly Check[], whole: boolean, seed: number): Promise<Proof> {
  const by = whole ? proveWhole : prove;
  const proof = await by(mutant, checks, seed);
  return mutant.foundBy === 'races' && proof.lost.length > 0 ? by(mutant, checks, seed + 1) : proof;
}

async function judged(
  variants: readonly Variant[],
  checks: readonly Check[],
  { sequences, ...part }: (typeof share)['variant'],
  index: number,
  { whole, seed }: Effort,
): ReturnType<Finds> {
  const alarms = whole
    ? await judgeVariants(variants, checks, { seed, sequences: defaultOptions.sequences })
    : await judgeVariants(variants, sampled(checks, part, seed + index), { seed: seed + index, sequences });
  return {
    name: variants.map(({ name }) => name).join(' + '),
    wrong: alarms.map(({ id, why }) => `false alarm of ${id}: ${why}`),
  };
}

function at<T>(all: readonly T[], index: number): T {
  const found = all[index];
  if (found === undefined) throw new RangeError(`there is no number ${index} among ${all.length}`);
  return found;
}
