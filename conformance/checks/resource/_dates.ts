import { isObject } from '../../engine/evidence/reply.js';
import type { Pointer } from '../../engine/judge/location.js';
import type { SeenAction } from '../../engine/judge/observation.js';

/** A date in an action and its place. */
export interface SeenDate {
  readonly value: string;
  readonly at: Pointer;
}

/** All dates of an action and of its `states` that are strings. Other rules judge values of other types. */
export function datesIn({ action, at }: SeenAction): readonly SeenDate[] {
  const own = (['createdDateTime', 'lastActionDateTime', 'completedDateTime'] as const).map(
    (name) => [action[name], `${at}/${name}`] as const,
  );
  const states = Array.isArray(action.states) ? action.states : [];
  const past = states.map(
    (entry: unknown, index) =>
      [isObject(entry) ? entry.updatedDateTime : undefined, `${at}/states/${index}/updatedDateTime`] as const,
  );
  return [...own, ...past].flatMap(([value, place]) => (typeof value === 'string' ? [{ value, at: place }] : []));
}
