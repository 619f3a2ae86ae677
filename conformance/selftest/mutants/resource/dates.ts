import type { Json } from '../../server/wire.js';
import { editsEach, editsMember } from '../shown.js';

/** Changes every date of an action. */
export function dates(edit: (date: string) => string): (action: Json) => Json {
  const one = (value: unknown) => edit(String(value));
  return (action) =>
    [
      editsMember('createdDateTime', one),
      editsMember('lastActionDateTime', one),
      editsMember('completedDateTime', one),
      editsMember('states', editsEach(editsMember('updatedDateTime', one))),
    ].reduce((shown, change) => change(shown), action);
}
