import type { Pointer } from '../../engine/judge/location.js';
import type { SeenAction } from '../../engine/judge/observation.js';
import { elementsIn } from './_elements.js';

/** A date in an action and its place. */
export interface SeenDate {
  readonly value: string;
  readonly at: Pointer;
}

/** All dates of an action and of its `states` that are strings. Other rules judge values of other types. */
export function datesIn(seen: SeenAction): readonly SeenDate[] {
  const { action, at } = seen;
  const dates: SeenDate[] = [];
  const add = (value: unknown, place: Pointer) => {
    if (typeof value === 'string') dates.push({ value, at: place });
  };
  for (const name of ['createdDateTime', 'lastActionDateTime', 'completedDateTime'] as const)
    add(action[name], `${at}/${name}`);
  for (const { element, at: place } of elementsIn(seen, 'states'))
    add(element.updatedDateTime, `${place}/updatedDateTime`);
  return dates;
}
