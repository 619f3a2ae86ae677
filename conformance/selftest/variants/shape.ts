import { isObject } from '../../engine/evidence/reply.js';
import { variant } from '../variant.js';
import { editActions, editJson, editText, type Json, on } from '../server/wire.js';

/** The value with every object in it changed, the innermost first. */
function deep(value: unknown, change: (object: Json) => Json): unknown {
  if (Array.isArray(value)) return value.map((one) => deep(one, change));
  if (!isObject(value)) return value;
  return change(Object.fromEntries(Object.entries(value).map(([name, one]) => [name, deep(one, change)])));
}

const everywhere = (change: (object: Json) => Json) => ({ fetch: editJson(on('any'), (body) => deep(body, change)) });
const inActions = (change: (object: Json) => Json) => ({
  fetch: editActions(on('any'), (action) => deep(action, change)),
});
const entries = (change: (all: [string, unknown][]) => [string, unknown][]) => (object: Json) =>
  Object.fromEntries(change(Object.entries(object)));

/** JSON with every character outside ASCII written as an escape. */
function escaped(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export const variants = [
  variant('members come in reverse order', 'order', everywhere(entries((all) => all.reverse()))),
  variant('members come in alphabetical order', 'order', everywhere(entries((all) => all.sort()))),
  variant(
    'every object has a member more',
    'extra members',
    everywhere((object) => ({ ...object, xExtra: { a: [1] } })),
  ),
  variant(
    'members are added whose names are near the declared ones',
    'extra members',
    inActions((object) => ({ statusText: 'open', ...object, parametersCount: 1 })),
  ),
  variant(
    'every member has an annotation',
    'annotations',
    inActions(
      entries((all) =>
        all.flatMap(([name, value]): [string, unknown][] => [
          [`${name}@odata.type`, '#String'],
          [name, value],
        ]),
      ),
    ),
  ),
  variant('actions carry their type and an entity tag', 'annotations', {
    fetch: editActions(on('any'), (action) => ({
      '@odata.type': '#microsoft.graph.securityAction',
      '@odata.etag': 'W/"JzEt"',
      '@odata.id': 'x',
      ...action,
    })),
  }),
  variant('nulls are left out', 'nulls', inActions(entries((all) => all.filter(([, value]) => value !== null)))),
  variant(
    'empty arrays are left out',
    'empty',
    inActions(entries((all) => all.filter(([, value]) => !Array.isArray(value) || value.length > 0))),
  ),
  variant(
    'empty arrays are null',
    'empty',
    inActions(
      entries((all) => all.map(([name, value]) => [name, Array.isArray(value) && value.length === 0 ? null : value])),
    ),
  ),
  variant('what is not declared null is written null', 'nulls', {
    fetch: editActions(on(['create', 'update']), (action) => ({ assignedTo: null, ...action })),
  }),
  variant('the context is left out', 'context', {
    fetch: editJson(on('any'), ({ '@odata.context': _, ...body }) => body),
  }),
  variant('the entity context is that of the set', 'context', {
    fetch: editJson(on(['create', 'get', 'update'], 'success'), (body) => ({
      ...body,
      '@odata.context': '$metadata#security/securityActions',
    })),
  }),
  variant('the body is indented', 'text', {
    fetch: editText(on('any'), (text) =>
      text.startsWith('{') ? `${JSON.stringify(JSON.parse(text), null, 2)}\n` : text,
    ),
  }),
  variant('the body is written in ASCII', 'text', { fetch: editText(on('any'), escaped) }),
  variant('the user is an empty text', 'user', {
    fetch: editActions(on('any'), (action) => ('user' in action ? { ...action, user: action.user ?? '' } : action)),
  }),
  variant('history does not tell who', 'history', {
    fetch: editActions(on('any'), (action) =>
      Array.isArray(action.states)
        ? { ...action, states: action.states.map(({ status, updatedDateTime }: Json) => ({ status, updatedDateTime })) }
        : action,
    ),
  }),
  variant(
    'names come back in camel case',
    'name',
    {
      fetch: editActions(on('any'), (action) =>
        typeof action.name === 'string'
          ? { ...action, name: action.name.charAt(0).toLowerCase() + action.name.slice(1) }
          : action,
      ),
    },
    { givesUp: ['CREATE-56'] },
  ),
];
