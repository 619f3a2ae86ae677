import type { ShownPage } from '../../reference/replies.js';
import type { Difference } from '../server/difference.js';
import type { Json } from '../server/wire.js';

/** How an action is shown. */
export type Edit = (action: Json) => Json;

/** Every answer shows actions so. */
export function shows(edit: Edit): Difference {
  return { behaviour: (right) => ({ present: (action, select) => edit(right.present(action, select)) }) };
}

/** Only lists show actions so. */
export function lists(edit: Edit): Difference {
  return listsPage(({ entities }) => ({ entities: entities.map(edit) }));
}

/** Only gets show actions so. */
export function gets(edit: Edit): Difference {
  return {
    behaviour: (right) => ({ found: (shown) => right.found({ ...shown, entity: edit(shown.entity) }) }),
  };
}

/** Only updates show actions so. */
export function updates(edit: Edit): Difference {
  return {
    behaviour: (right) => ({
      updated: (shown, preferences) => right.updated({ ...shown, entity: edit(shown.entity) }, preferences),
    }),
  };
}

/** Pages are shown with other parts. */
export function listsPage(parts: (page: ShownPage) => Partial<ShownPage>): Difference {
  return {
    behaviour: (right) => ({ listed: (page, preferences) => right.listed({ ...page, ...parts(page) }, preferences) }),
  };
}

/** Changes a property where the action shows it and it is not null. */
export function changed(name: string, edit: (value: unknown, action: Json) => unknown): Edit {
  return (action) => ((action[name] ?? null) === null ? action : { ...action, [name]: edit(action[name], action) });
}

/** Changes each object of an array. */
export function each(edit: (element: Json) => unknown): (value: unknown) => unknown {
  return (value) => (Array.isArray(value) ? value.map(edit) : value);
}

/** Changes an object. */
export function inside(edit: Edit): (value: unknown) => unknown {
  return (value) => edit(value as Json);
}

/** The same value under another name. */
export function renamed(from: string, to: string): Edit {
  return ({ [from]: value, ...action }) => (value === undefined ? action : { ...action, [to]: value });
}

/** The date moved by so many milliseconds. */
export function moved(date: unknown, milliseconds: number): string {
  return new Date(Date.parse(String(date)) + milliseconds).toISOString();
}

/** The text with a small letter at its beginning. */
export function lowerFirst(value: unknown): string {
  const text = String(value);
  return text.charAt(0).toLowerCase() + text.slice(1);
}
