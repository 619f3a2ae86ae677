import type { Operation } from '../../generated/requirements.js';
import type { Behaviour } from './behaviour.js';
import type { Authenticate } from './identity/authenticate.js';
import type { AuthenticatedCaller } from './identity/caller.js';
import type { Throttle } from './identity/throttle.js';
import type { Call } from './protocol/call.js';
import { Rejection } from './rejection.js';
import type { Shown } from './replies.js';
import type { Settings } from './settings.js';
import type { Collection, Store, Version } from './store.js';

/** The parts of a reference that its operations share. */
export interface ServerState {
  readonly decide: Behaviour;
  readonly settings: Settings;
  readonly store: Store;
  readonly authenticate: Authenticate;
  readonly throttle: Throttle;
  readonly newId: () => string;
}

/** A request that passed authentication and authorization. */
export interface OperationTask {
  readonly world: ServerState;
  readonly call: Call;
  readonly caller: AuthenticatedCaller;
  readonly operation: Operation;
}

/** The path of the collection below the base path. */
export const actionsPath = '/security/securityActions';

/** The actions that the caller can access. */
export function reachableActions({ world, caller, operation }: OperationTask): Collection {
  return world.decide.collectionFor(world.store, caller, operation);
}

/** The version after the steps that became due. */
export function advanced({ world, call, operation }: OperationTask, collection: Collection, version: Version): Version {
  const action = world.decide.advance(version.action, call.now, world.settings.advanceAfter);
  return action === version.action ? version : world.decide.save(collection, action, operation);
}

/** The current version of the action. @throws Rejection 404 when there is none. */
export function currentVersion(task: OperationTask, collection: Collection, id: string): Version {
  const version = task.world.decide.lookUp(collection, id, task.operation);
  if (!version) throw new Rejection(404, 'No action has this id.');
  return advanced(task, collection, version);
}

/** The version in its form for a response. */
export function shown({ world, call }: OperationTask, version: Version, select?: ReadonlySet<string>): Shown {
  const base = `${call.origin}${world.settings.basePath}`;
  return {
    entity: world.decide.present(version.action, select),
    location: `${base}${actionsPath}/${encodeURIComponent(version.action.id)}`,
    etag: world.decide.etagOf(version),
    metadata: `${base}/$metadata`,
  };
}
