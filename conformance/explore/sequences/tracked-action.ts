import type { WritableBody } from '../../engine/world/bodies.js';
import type { Action } from '../../engine/world/world.js';
import { type ActionState, statesShown, statesUpdated } from '../../model/action-model.js';
import { shownAction, writtenValues } from '../../model/shown-action.js';
import type { PriorRequest } from './requirements.js';

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

/** A new action, which should have the values that were sent. What was sent as null may have another value. */
export function createdAction(body: WritableBody, shown: Action): TrackedAction {
  const values = Object.fromEntries(Object.entries(writtenValues(body)).filter(([, value]) => value !== 'null'));
  const states = statesShown(shownAction(shown)).flatMap((state) => statesUpdated(state, { values }));
  return { ...trackedAction(shown, states), since: [{ what: 'create', body }] };
}
