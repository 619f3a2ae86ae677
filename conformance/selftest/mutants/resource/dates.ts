import type { Json } from '../../server/wire.js';
import { changed, each } from '../shown.js';

/** Changes every date of an action. */
export function dates(edit: (date: string) => string): (action: Json) => Json {
  const one = (value: unknown) => edit(String(value));
  return (action) =>
    [
      changed('createdDateTime', one),
      changed('lastActionDateTime', one),
      changed('completedDateTime', one),
      changed('states', each(changed('updatedDateTime', one))),
    ].reduce((shown, change) => change(shown), action);
}
