import { isDeepStrictEqual } from 'node:util';
import { isObject, type ObservedObject } from '../engine/evidence/reply.js';
import { instant } from './instant.js';

/** The entries of an action's `states`, oldest first; none when it is null, absent or no array. */
export function historyOf(action: ObservedObject): readonly ObservedObject[] {
  return Array.isArray(action.states) ? action.states.filter(isObject) : [];
}

/** Whether the later history begins with the whole of the earlier one: nothing removed, moved or rewritten. */
export function continues(later: readonly ObservedObject[], earlier: readonly ObservedObject[]): boolean {
  return earlier.every((entry, index) => {
    const now = later[index];
    return now !== undefined && isDeepStrictEqual(documented(now), documented(entry));
  });
}

/** Whether two histories tell the same. */
export function sameHistory(one: readonly ObservedObject[], other: readonly ObservedObject[]): boolean {
  return one.length === other.length && continues(one, other);
}

/** The documented members of an entry: null stands for absent, the instant for the date (reading 0008). */
function documented({ status, updatedDateTime, appId, user }: ObservedObject): readonly unknown[] {
  return [status, instant(updatedDateTime) ?? updatedDateTime, appId, user].map((value) => value ?? null);
}
