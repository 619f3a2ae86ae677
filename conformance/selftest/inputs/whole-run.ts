import { type RequirementId, requirements } from '../../../generated/requirements.js';
import { allChecks } from '../../checks/registry.js';
import type { Finder } from '../../engine/check.js';
import { actionIdIn } from '../../engine/evidence/paths.js';
import { member } from '../../engine/evidence/reply.js';
import { completeOptions } from '../../engine/options.js';
import type { Played } from '../../engine/run/events.js';
import { run } from '../../engine/run/run.js';
import { sequences } from '../../explore/sequences/index.js';
import { embeddedTarget } from '../../targets.js';
import { allMutants } from '../run/load.js';

/** Counts the requests that a whole run sends to the reference for each case and for `sequences`, with those about what it created. */
export async function requestsOfWholeRun(): Promise<Readonly<Record<string, number>>> {
  const { target } = await embeddedTarget('reference');
  const counts = new Map<string, number>();
  const creators = new Map<string, string>();
  const count = (name: string | undefined) => name !== undefined && counts.set(name, (counts.get(name) ?? 0) + 1);
  const read = ({ world, case: id, exchanges, beside }: Played) => {
    const owner = id ?? (world.startsWith('sequences/') ? 'sequences' : undefined);
    for (const { operation, request, response } of [...exchanges, ...beside]) {
      const created = operation === 'create' && response?.status === 201 ? idIn(response.body) : undefined;
      if (owner !== undefined && created !== undefined) creators.set(created, owner);
      // The audit and the clean-up send requests about what others created.
      count(owner ?? creators.get(actionIdIn(request.url) ?? ''));
    }
  };
  await run(
    await allChecks(),
    target,
    completeOptions({ seed: 1 }),
    (event) => {
      if (event.type === 'played') read(event);
    },
    [sequences],
  );
  const names = [...Object.keys(requirements), 'sequences'];
  return Object.fromEntries(names.flatMap((name) => (counts.has(name) ? [[name, counts.get(name) ?? 0]] : [])));
}

function idIn(body: string): string | undefined {
  const id = member(JSON.parse(body), 'id');
  return typeof id === 'string' ? id : undefined;
}

/** For each requirement with a mutant that only sequences or the audit find, by which of them. */
export async function findersOfMutants(): Promise<Readonly<Record<string, readonly Finder[]>>> {
  const mutants = await allMutants();
  const findersOf = (id: RequirementId) =>
    (['sequences', 'audit'] as const).filter((finder) =>
      mutants.some(({ requirement, foundBy }) => requirement === id && foundBy === finder),
    );
  const ids = Object.keys(requirements) as RequirementId[];
  return Object.fromEntries(ids.flatMap((id) => (findersOf(id).length > 0 ? [[id, findersOf(id)]] : [])));
}
