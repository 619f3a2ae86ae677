import type { ShownPage } from '../../reference/replies.js';
import type { Difference } from '../server/difference.js';
import type { Json } from '../server/wire.js';

/** Changes how an action is shown. */
export type Edit = (action: Json) => Json;

/** Changes the actions in all responses. */
export function shows(edit: Edit): Difference {
  return { behaviour: (right) => ({ present: (action, select) => edit(right.present(action, select)) }) };
}

/** Changes the actions in lists. */
export function lists(edit: Edit): Difference {
  return listsPage(({ entities }) => ({ entities: entities.map(edit) }));
}

/** Changes the action in responses to a get. */
export function gets(edit: Edit): Difference {
  return {
    behaviour: (right) => ({ found: (shown) => right.found({ ...shown, entity: edit(shown.entity) }) }),
  };
}

/** Changes the action in responses to an update. */
export function updates(edit: Edit): Difference {
  return {
    behaviour: (right) => ({
      updated: (shown, preferences) => right.updated({ ...shown, entity: edit(shown.entity) }, preferences),
    }),
  };
}

/** Replaces parts of a page. */
export function listsPage(parts: (page: ShownPage) => Partial<ShownPage>): Difference {
  return {
    behaviour: (right) => ({ listed: (page, preferences) => right.listed({ ...page, ...parts(page) }, preferences) }),
  };
}

/** Changes a member that is present and not null. */
export function editsMember(name: string, edit: (value: unknown, action: Json) => unknown): Edit {
  return (action) => ((action[name] ?? null) === null ? action : { ...action, [name]: edit(action[name], action) });
}

/** Changes each object in an array. */
export function editsEach(edit: (element: Json) => unknown): (value: unknown) => unknown {
  return (value) => (Array.isArray(value) ? value.map(edit) : value);
}

/** Changes an object. */
export function editsObject(edit: Edit): (value: unknown) => unknown {
  return (value) => edit(value as Json);
}

/** Renames a member. */
export function renamesMember(from: string, to: string): Edit {
  return ({ [from]: value, ...action }) => (value === undefined ? action : { ...action, [to]: value });
}

/** The date, later by this many milliseconds. */
export function movedDate(date: unknown, milliseconds: number): string {
  return new Date(Date.parse(String(date)) + milliseconds).toISOString();
}

/** The text with a lower-case first letter. */
export function lowerFirst(value: unknown): string {
  const text = String(value);
  return text.charAt(0).toLowerCase() + text.slice(1);
}
