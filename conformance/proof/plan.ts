import type { RequirementId } from '../../generated/requirements.js';
import { combinations } from './combine.js';
import { allSlips, allVariants } from './load.js';
import { nullServers } from './null-servers/servers.js';
import type { Effort, Task } from './task.js';

/** The tasks of a proof: all of it, or what concerns some requirements, which is their slips. */
export async function plan(ids: readonly RequirementId[], { seed }: Effort): Promise<readonly Task[]> {
  const slips = await allSlips();
  if (ids.length > 0) {
    return slips.flatMap(({ breaks, relatives }, index): Task[] =>
      [breaks, ...relatives].some((id) => ids.includes(id)) ? [{ kind: 'slip', index }] : [],
    );
  }
  const variants = await allVariants();
  return [
    ...numbered('combination', combinations(variants, seed)),
    ...numbered('null server', nullServers()),
    ...numbered('variant', variants),
    ...numbered('slip', slips),
  ];
}

function numbered(kind: Task['kind'], all: readonly unknown[]): readonly Task[] {
  return all.map((_, index) => ({ kind, index }));
}
