import { isFinalStatus } from '../../../model/lifecycle.js';
import { differing } from '../../../model/shown-action.js';
import { unlessInconclusive } from '../../errors.js';
import { member } from '../../evidence/reply.js';
import { changedByReading } from '../../world/changed-by-reading.js';
import type { World } from '../../world/world.js';
import { type Audited, failureOf, grouped } from './audit-failure.js';
import type { KnownAction } from './known-action.js';

/** How many actions that seem to have changed are read again, for each requirement, and how often. */
const rereads = { actions: 10, times: 2 };

/**
 * The properties that change from one get of an action to the next where it seems to have changed: SURFACE-12 and RESOURCE-14 judge that,
 * and they are only SHOULDs. A finished action that shows its end again is such a one; RESOURCE-14 and LIFECYCLE-2 judge its statuses.
 */
export async function changingProperties(world: World, actions: readonly Audited[]): Promise<readonly string[]> {
  const failures = grouped(actions.flatMap((one) => failureOf(one, actions, []) ?? []));
  const names = new Set<string>();
  for (const id of ['RESOURCE-18', 'LIFECYCLE-3', 'LIFECYCLE-13'] as const) {
    const failed = new Set(failures.get(id)?.map(({ reply }) => reply));
    for (const { known, reply } of actions.filter((one) => failed.has(one.reply)).slice(0, rereads.actions))
      for (let time = 1; time <= rereads.times; time++) {
        if (id !== 'RESOURCE-18' && names.has('status')) break;
        const again = await unlessInconclusive(world.get(known.id));
        if (!again) continue;
        if (id === 'RESOURCE-18') for (const name of differing(again.body, reply.body)) names.add(name);
        else if (showsEnd(known, member(again.body, 'status'))) names.add('status');
      }
  }
  // A property that the first get of an action has changed is the same in all further ones.
  if (failures.has('RESOURCE-18'))
    for (const name of (await unlessInconclusive(changedByReading(world))) ?? [])
      if (name !== 'status') names.add(name);
  return [...names];
}

function showsEnd({ final }: KnownAction, status: unknown): boolean {
  return final === undefined ? isFinalStatus(status) : status === final;
}
