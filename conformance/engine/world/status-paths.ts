import { finalStatuses, initialStatus, type OperationStatus, statuses } from '../../../generated/lifecycle.js';
import { isFinal, isFinalStatus, isStatus, legalTransitions } from '../../model/lifecycle.js';
import { Inconclusive } from '../errors.js';
import { member } from '../evidence/reply.js';
import type { WritableBody } from './bodies.js';
import { type Action, statusPatch, type World } from './world.js';

/** The statuses that a client sets one after the other on a new action. */
export type StatusPath = readonly OperationStatus[];

/** Every way that the lifecycle leaves a client from one status to another; the empty way where they are the same. */
export function statusPathsTo(to: OperationStatus, from: OperationStatus = initialStatus): readonly StatusPath[] {
  if (from === to) return [[]];
  const steps = legalTransitions().filter((step) => step.from === from && step.by.includes('client'));
  return steps.flatMap((step) => statusPathsTo(to, step.to).map((rest) => [step.to, ...rest]));
}

/** How reports call a way. */
export function statusPathName(way: StatusPath): string {
  return [initialStatus, ...way].join(' > ');
}

/** The ways to every status that is not final; only the empty one where the target lacks PATCH. */
export function unfinished(world: World): readonly StatusPath[] {
  const ways = statuses.filter((status) => !isFinal(status)).flatMap((status) => statusPathsTo(status));
  return ways.filter((way) => way.length === 0 || world.profile.features.update.offered);
}

/**
 * A new action that was taken along the way by PATCH, as a get shows it then. On the empty way it may have begun by itself
 * (LIFECYCLE-1). A target that moves actions by itself may be faster; there are three attempts, each with a body of its own.
 */
export async function walk(world: World, way: StatusPath, body = () => world.body()): Promise<Action> {
  let action = await walked(world, way, body());
  for (let again = 1; again <= 2 && !hasArrived(action, way); again++) action = await walked(world, way, body());
  if (hasArrived(action, way)) return action;
  throw new Inconclusive(
    `no action could be taken along ${statusPathName(way)}: it shows ${JSON.stringify(action.status)}`,
  );
}

async function walked(world: World, way: StatusPath, body: WritableBody): Promise<Action> {
  const { id } = await world.action({ body });
  for (const status of way) {
    const reply = await world.update(id, statusPatch(status));
    if (reply.status !== 409 && world.entity(reply, 200).status === status) continue;
    break;
  }
  return world.read(id);
}

function hasArrived({ status }: Action, way: StatusPath): boolean {
  return way.length > 0 ? status === way.at(-1) : isStatus(status) && !isFinal(status);
}

/** A way on which an action comes to its end: by PATCH, or by a cancel where the way leaves off. */
export interface Ending {
  readonly way: StatusPath;
  readonly cancelled: boolean;
}

/** How reports call an ending. */
export function endingName({ way, cancelled }: Ending): string {
  return statusPathName(way) + (cancelled ? ' > cancelled' : '');
}

/** Every way to an end that the target offers: through PATCH to each final status, and by a cancel of each unfinished one. */
export function endings(world: World): readonly Ending[] {
  const cancelled = unfinished(world).map((way) => ({ way, cancelled: true }));
  if (!world.profile.features.update.offered) return cancelled;
  const reported = finalStatuses.flatMap((status) => statusPathsTo(status).map((way) => ({ way, cancelled: false })));
  return [...reported, ...cancelled];
}

/** A new action that has come to its end in this way, as a get shows it then. */
export async function ended(world: World, { way, cancelled }: Ending): Promise<Action> {
  const action = await walk(world, way);
  return cancelled ? endedByCancel(world, action.id) : action;
}

/** The unfinished action after it was cancelled and has come to its end, which may take the settle time (reading 0031). */
export async function endedByCancel(world: World, id: string): Promise<Action> {
  await world.cancel(id);
  const reply = await world.eventually(
    () => world.get(id),
    ({ body }) => isFinalStatus(member(body, 'status')),
  );
  const end = world.entity(reply, 200);
  if (isFinalStatus(end.status)) return end;
  throw new Inconclusive(`after a cancel the action is still ${JSON.stringify(end.status)}`, reply.exchange);
}
