import { finalStatuses, initialStatus, type OperationStatus, statuses } from '../../../generated/lifecycle.js';
import { allowedTransitions, isFinal, isStatus } from '../../model/lifecycle.js';
import { MovedByItself } from '../errors.js';
import type { WritableBody } from './bodies.js';
import { endedByCancel, statusPatch } from './reach-status.js';
import type { Action, World } from './world.js';

export { endedByCancel } from './reach-status.js';

/** The statuses that a client sets on a new action, in order; empty for the initial status. */
export type StatusPath = readonly OperationStatus[];

/** Every path that the lifecycle allows a client from one status to another; the empty path when both are the same. */
export function statusPathsTo(to: OperationStatus, from: OperationStatus = initialStatus): readonly StatusPath[] {
  if (from === to) return [[]];
  const steps = allowedTransitions().filter((step) => step.from === from && step.by.includes('client'));
  return steps.flatMap((step) => statusPathsTo(to, step.to).map((rest) => [step.to, ...rest]));
}

/** The name of a path in reports. */
export function statusPathName(path: StatusPath): string {
  return [initialStatus, ...path].join(' > ');
}

/** The paths to every status that is not final; only the empty one when the target does not support PATCH. */
export function unfinishedPaths(world: World): readonly StatusPath[] {
  const paths = statuses.filter((status) => !isFinal(status)).flatMap((status) => statusPathsTo(status));
  return paths.filter((path) => path.length === 0 || world.profile.features.update.offered);
}

/**
 * Creates an action and takes it along the path by PATCH; returns it as a get shows it then. On the empty path it may have started by
 * itself (LIFECYCLE-1). A target that moves actions by itself may be faster, so there are three attempts, each with a new body.
 */
export function actionAlong(world: World, path: StatusPath, body = () => world.body()): Promise<Action> {
  return arrived(path, async () => world.read((await attemptAlong(world, path, body())).id));
}

/** An action that was taken along the path in the same way, for a case that needs its id: as the response to the last request shows it. */
export function unreadAlong(world: World, path: StatusPath): Promise<Action> {
  return arrived(path, () => attemptAlong(world, path, world.body()));
}

async function arrived(path: StatusPath, attempt: () => Promise<Action>): Promise<Action> {
  let action = await attempt();
  for (let retry = 1; retry <= 2 && !hasArrived(action, path); retry++) action = await attempt();
  if (hasArrived(action, path)) return action;
  throw new MovedByItself(
    `no action could be taken along ${statusPathName(path)}: it shows ${JSON.stringify(action.status)}`,
  );
}

async function attemptAlong(world: World, path: StatusPath, body: WritableBody): Promise<Action> {
  let action = await world.action({ body });
  for (const status of path) {
    const shown = await world.updated(action.id, statusPatch(status)).catch(ifMovedOn);
    action = shown ?? action;
    if (shown?.status !== status) break;
  }
  return action;
}

/** The action may have moved on by itself; then it does not arrive. */
function ifMovedOn(error: unknown): undefined {
  if (!(error instanceof MovedByItself)) throw error;
  return undefined;
}

function hasArrived({ status }: Action, path: StatusPath): boolean {
  return path.length > 0 ? status === path.at(-1) : isStatus(status) && !isFinal(status);
}

/** How an action ends: by PATCH along the path, or by a cancel at the end of the path. */
export interface Ending {
  readonly path: StatusPath;
  readonly cancelled: boolean;
}

/** The name of an ending in reports. */
export function endingName({ path, cancelled }: Ending): string {
  return statusPathName(path) + (cancelled ? ' > cancelled' : '');
}

/** Every ending that the target supports: by PATCH to each final status, and by a cancel in each other status. */
export function endings(world: World): readonly Ending[] {
  const byCancel = unfinishedPaths(world).map((path) => ({ path, cancelled: true }));
  if (!world.profile.features.update.offered) return byCancel;
  const byPatch = finalStatuses.flatMap((status) => statusPathsTo(status).map((path) => ({ path, cancelled: false })));
  return [...byPatch, ...byCancel];
}

/** Creates an action and ends it in this way; returns it as a get shows it then. */
export async function endedAction(world: World, { path, cancelled }: Ending): Promise<Action> {
  return cancelled ? endedByCancel(world, (await unreadAlong(world, path)).id) : actionAlong(world, path);
}
