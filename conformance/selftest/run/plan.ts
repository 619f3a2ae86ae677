import type { RequirementId } from '../../../generated/requirements.js';
import type { Mutant } from '../mutant.js';
import { nullServers } from '../null-servers/servers.js';
import { idShapes } from '../server/shared-target.js';
import type { Part } from './arguments.js';
import { combinations } from './combinations.js';
import { allMutants, allSituations, allVariants } from './load.js';
import type { Extent, Task } from './report.js';
import { keepsEveryMust } from './run-level.js';

/** The tasks of these parts of the self-test; without parts, of all of it. The longest tasks come first. */
export async function plan(
  parts: readonly Part[],
  { seed, seeds = 1, whole }: Extent,
  named?: string,
): Promise<readonly Task[]> {
  const mutants = await allMutants();
  if (parts.includes('inputs')) return inputTasks(mutants, parts);
  if (parts.includes('efforts')) return numbered('mutant with each effort', mutants);
  if (parts.length > 0) {
    const some = mutants.flatMap(({ requirement, alsoFails, foundBy }, index): Task[] =>
      [requirement, ...alsoFails, foundBy].some((part) => parts.some((one) => one === part))
        ? [{ kind: 'mutant', index }]
        : [],
    );
    return [
      ...(parts.includes('levels') ? [] : some),
      ...(parts.includes('levels') ? levels(mutants, whole, parts) : []),
      ...(parts.includes('situations') ? await situationsNamed(named) : []),
      ...(parts.includes('ids') ? numbered('id shape', Object.keys(idShapes)) : []),
      ...(parts.includes('conforming') ? numbered('conforming seed', Array.from({ length: seeds })) : []),
    ];
  }
  const variants = await allVariants();
  return [
    ...numbered('situation', await allSituations()),
    ...numbered('combination', combinations(variants, seed)),
    ...numbered('null server', nullServers()),
    ...numbered('variant', variants),
    ...numbered('mutant', mutants),
  ];
}

/** A task for each mutant that breaks no MUST, of the requirements among the parts if there are any; unless `whole`, one of each requirement. */
function levels(mutants: readonly Mutant[], whole: boolean, parts: readonly Part[]): readonly Task[] {
  const seen = new Set<RequirementId>();
  const wanted = ({ requirement }: Mutant) => parts.length === 1 || parts.includes(requirement);
  return mutants.flatMap((mutant, index): Task[] => {
    if (!wanted(mutant) || !keepsEveryMust(mutant) || (!whole && seen.has(mutant.requirement))) return [];
    seen.add(mutant.requirement);
    return [{ kind: 'level', index }];
  });
}

/** A task for each mutant that an input alone can kill, of the requirements among the parts if there are any. */
function inputTasks(mutants: readonly Mutant[], parts: readonly Part[]): readonly Task[] {
  return mutants.flatMap(({ requirement, foundBy }, index): Task[] =>
    foundBy === undefined && (parts.length === 1 || parts.includes(requirement))
      ? [{ kind: 'mutant inputs', index }]
      : [],
  );
}

/** The situations whose names contain this text. */
async function situationsNamed(text = ''): Promise<readonly Task[]> {
  const situations = await allSituations();
  return numbered('situation', situations).filter(({ index }) => situations[index]?.name.includes(text));
}

function numbered(kind: Task['kind'], all: readonly unknown[]): readonly Task[] {
  return all.map((_, index) => ({ kind, index }));
}
