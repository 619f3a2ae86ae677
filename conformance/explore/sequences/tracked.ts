import { isObject, type ObservedObject } from '../../engine/evidence/reply.js';
import type { RequirementId } from '../../engine/requirement.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { Action } from '../../engine/world/world.js';
import { isStatus } from '../../model/lifecycle.js';
import { type Standing, seenAs } from '../../model/standing.js';

/** What was done to an action since it was last shown; it decides whose promise is broken when the action is not as it should be. */
export type Cause =
  | { readonly what: 'update'; readonly patch: WritableBody }
  | { readonly what: 'cancel' }
  /** A request that was refused; `id` promises that it changes nothing. */
  | { readonly what: 'refused'; readonly id: RequirementId };

/** What the model knows of one action: all that a lawful target may show of it next. */
export interface Tracked {
  readonly id: string;
  /** Every lawful way in which it may stand. */
  readonly standings: readonly Standing[];
  /** What the members that a client may write have to show. */
  readonly values: ObservedObject;
  /** As it was last shown. */
  readonly shown: Action;
  readonly causes: readonly Cause[];
}

/** The members that a client may write, save the status and what comes with the end. */
export const writable = ['name', 'actionReason', 'clientContext', 'parameters', 'vendorInformation'] as const;

/** An action that was shown for the first time, or in a way that nothing explains: what was seen is taken for what is. */
export function trackedAs(shown: Action, before: readonly Standing[] = []): Tracked {
  const { id, status } = shown;
  const standings = isStatus(status) ? seenAs(status) : before;
  return { id, standings, values: valuesIn(shown), shown, causes: [] };
}

/** What the members that a client may write show. */
export function valuesIn(shown: ObservedObject): ObservedObject {
  return Object.fromEntries(writable.map((name) => [name, shown[name] ?? null]));
}

/** The values after a PATCH: null clears, parameters are replaced whole, the parts of a vendor are merged (UPDATE-6 to UPDATE-8). */
export function patched(values: ObservedObject, patch: WritableBody): ObservedObject {
  const sent = Object.fromEntries(Object.entries(patch).filter(([name]) => writable.some((one) => one === name)));
  const { vendorInformation: before } = values;
  const { vendorInformation: vendor } = patch;
  const merged = isObject(before) && vendor ? { vendorInformation: { ...before, ...vendor } } : {};
  return { ...values, ...sent, ...merged };
}
