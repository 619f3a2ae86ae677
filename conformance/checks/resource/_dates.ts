import { isObject } from '../../engine/evidence/reply.js';
import type { SeenAction } from '../../engine/judge/observation.js';

/** A date in an action, where it stands. */
export interface SeenDate {
  readonly value: string;
  /** JSON pointer into the body. */
  readonly at: string;
}

/** Every date that an action shows as a string, those of its history included; other types are judged elsewhere. */
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
