import { isDeepStrictEqual } from 'node:util';
import { isFinal } from '../../model/lifecycle.js';
import type { Caller } from '../identity/caller.js';
import { Refusal } from '../refusal.js';
import type { Action } from './action.js';
import { type ActionBody, mergedResult, mergedVendor, pairsOf } from './body.js';
import { enterStatus } from './history.js';
import { milliseconds, timestamp } from './instant.js';
import type { transition } from './transition.js';

/** What a change needs to know beside the action and the body. */
export interface Change {
  readonly caller: Caller;
  /** The instant of the change, milliseconds since 1970. */
  readonly at: number;
  readonly transition: typeof transition;
}

/**
 * The action after a valid PATCH: members that were sent take their new values, the others stay (UPDATE-4, UPDATE-5).
 * The same action is returned when nothing differs (LIFECYCLE-12, UPDATE-17).
 *
 * @throws Refusal 409 for a status that the action cannot take (LIFECYCLE-4); nothing else is changed then (LIFECYCLE-15).
 */
export function applyPatch(action: Action, patch: ActionBody, change: Change): Action {
  const written = withEnd(withTexts(withStatus(action, patch, change), patch), patch);
  if (isDeepStrictEqual(written, action)) return action;
  return { ...written, lastActionDateTime: timestamp(change.at) };
}

function withStatus(action: Action, { status }: ActionBody, { caller, at, transition }: Change): Action {
  if (!status) return action;
  const verdict = transition(action.status, status);
  if (verdict === 'stay') return action;
  if (verdict === 'move') return enterStatus(action, status, { at, author: caller });
  throw new Refusal(409, `The action is ${action.status} and cannot become ${status}.`);
}

/** Texts and the vendor: null clears (UPDATE-6), parameters are replaced whole (UPDATE-7), the vendor's parts are merged (UPDATE-8). */
function withTexts(action: Action, patch: ActionBody): Action {
  const { name = action.name, actionReason = action.actionReason, clientContext = action.clientContext } = patch;
  const parameters = patch.parameters ? pairsOf(patch.parameters) : action.parameters;
  const vendorInformation = mergedVendor(action.vendorInformation, patch.vendorInformation);
  return { ...action, name, actionReason, clientContext, parameters, vendorInformation };
}

/** What a client says of the end counts only with or after the end, an error only for a failure, and no action ends before it began. */
function withEnd(action: Action, { completedDateTime, errorInfo }: ActionBody): Action {
  if (!isFinal(action.status)) return action;
  const possible = completedDateTime && milliseconds(completedDateTime) >= milliseconds(action.createdDateTime);
  return {
    ...action,
    completedDateTime: possible ? completedDateTime : action.completedDateTime,
    errorInfo: action.status === 'Failed' ? mergedResult(action.errorInfo, errorInfo) : action.errorInfo,
  };
}
