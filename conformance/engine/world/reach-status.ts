import { initialStatus, type OperationStatus } from '../../../generated/lifecycle.js';
import { isFinalStatus, isStatus, pathTo } from '../../model/lifecycle.js';
import { MovedByItself, NotObserved } from '../errors.js';
import { member } from '../evidence/reply.js';
import type { WritableBody } from './bodies.js';
import { inTime } from './in-time.js';
import type { Action, World } from './world.js';

/** A PATCH body that sets a status, with the `errorInfo` that belongs to `Failed`. */
export function statusPatch(status: OperationStatus): WritableBody {
  const failed = { errorInfo: { code: 500, subcode: 1, message: 'The provider could not carry out the action.' } };
  return status === 'Failed' ? { status, ...failed } : { status };
}

/** Brings an action to a status by PATCH. @throws Inconclusive when it does not reach that status. */
export async function bringTo(world: World, action: Action, wanted: OperationStatus): Promise<Action> {
  let current = action;
  for (const status of pathTo(isStatus(action.status) ? action.status : initialStatus, wanted, 'client')) {
    current = await world.updated(action.id, statusPatch(status));
    if (current.status !== status)
      throw new MovedByItself(`no action could be brought to ${status}: it shows ${JSON.stringify(current.status)}`);
  }
  if (current.status !== wanted)
    throw new MovedByItself(`no action could be brought to ${wanted}: it is already ${JSON.stringify(current.status)}`);
  return current;
}

/**
 * Cancels an action and returns it as soon as it has ended, which may take the settle time (decision 0031).
 *
 * @throws NotObserved when it does not end, because that is only a SHOULD (LIFECYCLE-13).
 */
export async function endedByCancel(world: World, id: string): Promise<Action> {
  await world.cancel(id);
  const reply = await inTime(
    world,
    'a cancelled action ended',
    () => world.get(id),
    ({ body }) => isFinalStatus(member(body, 'status')),
  );
  const action = world.entity(reply);
  if (isFinalStatus(action.status)) return action;
  throw new NotObserved(
    `the status is ${JSON.stringify(action.status)} after a cancel, and the settle time is ${world.settings.settleMs} ms: if the target takes longer, give --settle`,
    reply.exchange,
  );
}
