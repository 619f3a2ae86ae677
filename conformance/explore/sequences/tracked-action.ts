import type { RequirementId } from '../../engine/requirement.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { Action } from '../../engine/world/world.js';
import { type ActionState, statesShown } from '../../model/action-model.js';
import { shownAction } from '../../model/shown-action.js';

/** A request that was sent about an action. */
export type PriorRequest =
  | { readonly what: 'update'; readonly patch: WritableBody }
  | { readonly what: 'cancel' }
  /** A request that was rejected; `id` is the requirement that it changes nothing. */
  | { readonly what: 'rejected'; readonly id: RequirementId };

/** What is known of an action of a sequence. */
export interface TrackedAction {
  readonly id: string;
  /** The states that explain every response so far; all of them have the same values. */
  readonly states: readonly ActionState[];
  /** The action as it was last shown. */
  readonly shown: Action;
  /** The requests since then, oldest first. */
  readonly since: readonly PriorRequest[];
}

/** An action that was just shown. Without states, those that it shows are assumed. */
export function trackedAction(shown: Action, states = statesShown(shownAction(shown))): TrackedAction {
  return { id: shown.id, states, shown, since: [] };
}

/** Requirements by the kind of request that should have kept them. */
interface RequirementsByRequest {
  readonly update?: (patch: WritableBody) => RequirementId;
  readonly cancel?: RequirementId;
  readonly rejected?: (id: RequirementId) => RequirementId;
  /** For an action without any of these requests. */
  readonly otherwise: RequirementId;
}

/** The requirement that is broken when an action is wrong: that of the latest update or cancel, or else that of a rejected request. */
export function brokenRequirement(
  since: readonly PriorRequest[],
  { update, cancel, rejected, otherwise }: RequirementsByRequest,
): RequirementId {
  const latest = since.toReversed();
  for (const request of latest) {
    if (request.what === 'update' && update) return update(request.patch);
    if (request.what === 'cancel' && cancel) return cancel;
  }
  const last = latest.find((request) => request.what === 'rejected');
  return last && rejected ? rejected(last.id) : otherwise;
}
