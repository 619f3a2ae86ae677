import { isDeepStrictEqual } from 'node:util';
import { isFinal } from '../../model/lifecycle.js';
import type { AuthenticatedCaller } from '../identity/caller.js';
import { Rejection } from '../rejection.js';
import type { StoredAction } from './action.js';
import { type ActionBody, mergedResult, mergedVendor, storedPairs } from './body.js';
import { enterStatus } from './history.js';
import { epochMilliseconds, timestamp } from './instant.js';
import type { transition } from './transition.js';

/** The circumstances of a change, besides the action and the body. */
export interface Change {
  readonly caller: AuthenticatedCaller;
  /** The instant of the change, milliseconds since 1970. */
  readonly at: number;
  readonly transition: typeof transition;
}

/**
 * The action after a valid PATCH: sent members take their new values, the others keep theirs (UPDATE-4, UPDATE-5).
 * Returns the same object when nothing changes (LIFECYCLE-12, UPDATE-17).
 *
 * @throws Rejection 409 for a forbidden transition (LIFECYCLE-4); the request then changes nothing (LIFECYCLE-15).
 */
export function applyPatch(action: StoredAction, patch: ActionBody, change: Change): StoredAction {
  const written = withResult(withProperties(withStatus(action, patch, change), patch), patch);
  if (isDeepStrictEqual(written, action)) return action;
  return { ...written, lastActionDateTime: timestamp(change.at) };
}

function withStatus(action: StoredAction, { status }: ActionBody, { caller, at, transition }: Change): StoredAction {
  if (!status) return action;
  const effect = transition(action.status, status);
  if (effect === 'stay') return action;
  if (effect === 'move') return enterStatus(action, status, { at, author: caller });
  throw new Rejection(409, `The status cannot change from ${action.status} to ${status}.`);
}

/** Null clears a string or the vendor (UPDATE-6), parameters are replaced as a whole (UPDATE-7), vendor parts are merged (UPDATE-8). */
function withProperties(action: StoredAction, patch: ActionBody): StoredAction {
  const { name = action.name, actionReason = action.actionReason, clientContext = action.clientContext } = patch;
  const parameters = patch.parameters ? storedPairs(patch.parameters) : action.parameters;
  const vendorInformation = mergedVendor(action.vendorInformation, patch.vendorInformation);
  return { ...action, name, actionReason, clientContext, parameters, vendorInformation };
}

/** Takes `completedDateTime` for a finished action only, and `errorInfo` for a failed one only. A completion date before the creation is ignored. */
function withResult(action: StoredAction, { completedDateTime, errorInfo }: ActionBody): StoredAction {
  if (!isFinal(action.status)) return action;
  const possible =
    completedDateTime && epochMilliseconds(completedDateTime) >= epochMilliseconds(action.createdDateTime);
  return {
    ...action,
    completedDateTime: possible ? completedDateTime : action.completedDateTime,
    errorInfo: action.status === 'Failed' ? mergedResult(action.errorInfo, errorInfo) : action.errorInfo,
  };
}
