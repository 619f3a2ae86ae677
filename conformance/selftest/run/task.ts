import type { RequirementId } from '../../../generated/requirements.js';
import { allChecks } from '../../checks/registry.js';
import type { Check } from '../../engine/check.js';
import { defaultOptions } from '../../engine/options.js';
import { effortsThatKill } from '../efforts/kill.js';
import { killingInputs } from '../inputs/on-mutant.js';
import { type Mutant, nameOf } from '../mutant.js';
import { runNullServer } from '../null-servers/run-null-server.js';
import { nullServers } from '../null-servers/servers.js';
import { idShapes } from '../server/shared-target.js';
import type { Variant } from '../variant.js';
import { combinations } from './combinations.js';
import { allMutants, allSituations, allVariants } from './load.js';
import type { Extent, MutantResult, Report, Task } from './report.js';
import { falseAlarmsFromSeed } from './run-conforming-seed.js';
import { foreignWritesFromSeeds } from './run-id-shape.js';
import { escalationsOn } from './run-level.js';
import { type MutantRun, runMutant, runMutantInFull } from './run-mutant.js';
import { runMutantFromSeeds } from './run-mutant-from-seeds.js';
import { runSituation } from './run-situation.js';
import { falseAlarmsOn } from './run-variants.js';
import { type Sample, sampled, samples } from './sample.js';

/** Runs one server and reports on it. An error in the kit becomes a problem of the report. */
export async function perform(task: Task, extent: Extent): Promise<Report> {
  const began = performance.now();
  const checks = await allChecks();
  const measured = await byKind[task.kind](task.index, extent, checks).catch((error: unknown) => {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { name: `number ${task.index}`, problems: [`the kit itself failed: ${detail}`] };
  });
  return { ...task, ...measured, durationMs: Math.round(performance.now() - began) };
}

type Perform = (
  index: number,
  extent: Extent,
  checks: readonly Check[],
) => Promise<Omit<Report, keyof Task | 'durationMs'>>;

const byKind: Readonly<Record<Task['kind'], Perform>> = {
  'null server': async (index, _, checks) => {
    const nullServer = await runNullServer(at(nullServers(), index), checks);
    const problems = nullServer.passed.MUST.map((id) => `${id} is a MUST and passed`);
    return { name: nullServer.name, problems, nullServer };
  },
  'conforming seed': async (index, { seed }, checks) => ({
    name: `number ${seed + index}`,
    problems: await falseAlarmsFromSeed(seed + index, await allVariants(), checks),
  }),
  situation: async (index, extent, checks) => {
    const situation = await runSituation(at(await allSituations(), index), checks, extent);
    return { name: situation.name, problems: situation.problems, situation };
  },
  'id shape': async (index, extent, checks) =>
    foreignWritesFromSeeds(at(Object.entries(idShapes), index), checks, extent),
  mutant: async (index, extent, checks) => {
    const mutant = at(await allMutants(), index);
    const { seed, seeds = 1 } = extent;
    return seeds > 1 ? runMutantFromSeeds(mutant, checks, seed, seeds) : reportOnMutant(mutant, checks, extent);
  },
  level: async (index, { seed }, checks) => {
    const mutant = at(await allMutants(), index);
    return { name: nameOf(mutant), problems: await escalationsOn(mutant, checks, seed) };
  },
  'mutant inputs': async (index, { seed }) => {
    const mutant = at(await allMutants(), index);
    const { requirement, defect } = mutant;
    const inputs = await killingInputs(mutant, seed);
    return { name: nameOf(mutant), problems: [], killedBy: { requirement, defect, inputs } };
  },
  'mutant with each effort': async (index, { seed }, checks) => {
    const mutant = at(await allMutants(), index);
    return { name: nameOf(mutant), problems: [], killedWith: await effortsThatKill(mutant, checks, seed) };
  },
  variant: async (index, extent, checks) =>
    reportOnVariants([at(await allVariants(), index)], checks, samples.variant, index, extent),
  combination: async (index, extent, checks) =>
    reportOnVariants(
      at(combinations(await allVariants(), extent.seed), index),
      checks,
      samples.combination,
      index,
      extent,
    ),
};

/** A mutant that races find gets a second attempt, from the next seed: by chance, the first may miss it. */
async function reportOnMutant(
  mutant: Mutant,
  checks: readonly Check[],
  { whole, seed }: Extent,
): Promise<Pick<Report, 'name' | 'problems' | 'mutant'>> {
  const attempt = whole ? runMutantInFull : runMutant;
  const seeds = [seed];
  let run = await attempt(mutant, checks, { seed });
  if (mutant.foundBy === 'races' && run.unmet.length > 0) {
    seeds.push(seed + 1);
    run = await attempt(mutant, checks, { seed: seed + 1 });
  }
  return {
    name: nameOf(mutant),
    problems: [
      ...run.unmet.map(({ id, outcome, why }) => `${id} must fail, but is ${outcome}: ${why}`),
      ...(run.undeclared ?? []).map(({ id, why }) => `${id} fails and is not declared in alsoFails: ${why}`),
    ],
    mutant: mutantResult(mutant, run, seeds),
  };
}

function mutantResult(mutant: Mutant, { unmet, undeclared }: MutantRun, seeds: readonly number[]): MutantResult {
  const { requirement, defect, alsoFails, foundBy } = mutant;
  const failed = (id: RequirementId) => unmet.every((one) => one.id !== id || one.outcome === 'failed');
  const [alsoFailed, alsoSurvived] = [alsoFails.filter(failed), alsoFails.filter((id) => !failed(id))];
  return {
    requirement,
    defect,
    ...(foundBy && { foundBy }),
    killed: failed(requirement),
    seeds,
    ...(alsoFailed.length > 0 && { alsoFailed }),
    ...(alsoSurvived.length > 0 && { alsoSurvived }),
    ...(undeclared && { undeclared: undeclared.map(({ id }) => id) }),
  };
}

async function reportOnVariants(
  variants: readonly Variant[],
  checks: readonly Check[],
  { sequences, ...share }: Sample,
  index: number,
  { whole, seed: first }: Extent,
): Promise<Pick<Report, 'name' | 'problems' | 'variant'>> {
  const seed = whole ? first : first + index;
  const falseAlarms = whole
    ? await falseAlarmsOn(variants, checks, { seed, sequences: defaultOptions.sequences })
    : await falseAlarmsOn(variants, sampled(checks, share, seed), { seed, sequences });
  const names = variants.map(({ name }) => name);
  return {
    name: names.join(' + '),
    problems: falseAlarms.map(({ id, why }) => `false alarm of ${id}: ${why}`),
    variant: {
      variants: names,
      seed,
      doesNotFollow: variants.flatMap(({ doesNotFollow }) => doesNotFollow),
      falseAlarms,
    },
  };
}

function at<T>(all: readonly T[], index: number): T {
  const found = all[index];
  if (found === undefined) throw new RangeError(`expected an index below ${all.length}, received ${index}`);
  return found;
}
