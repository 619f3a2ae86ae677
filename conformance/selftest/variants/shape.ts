import { isObject } from '../../engine/evidence/reply.js';
import { editActions, editJson, editText, type Json, on } from '../server/wire.js';
import { variant } from '../variant.js';

/** Changes every object in a value, the innermost first. */
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

/** Escapes every character of JSON outside ASCII. */
function escaped(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export const variants = [
  variant(
    'pairs are in the order of their names',
    'order of pairs',
    inActions(({ ...object }) => ({
      ...object,
      ...(Array.isArray(object.parameters) && {
        parameters: object.parameters.toSorted((one, other) => (String(one?.name) < String(other?.name) ? -1 : 1)),
      }),
    })),
    { doesNotFollow: ['CREATE-13'] },
  ),
  variant('members are in reverse order', 'order', everywhere(entries((all) => all.reverse()))),
  variant('members are in alphabetical order', 'order', everywhere(entries((all) => all.sort()))),
  variant(
    'every object has an additional member',
    'extra members',
    everywhere((object) => ({ ...object, xExtra: { a: [1] } })),
  ),
  variant(
    'actions have members with names similar to the declared ones',
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
  variant('actions have type, entity tag and id annotations', 'annotations', {
    fetch: editActions(on('any'), (action) => ({
      '@odata.type': '#microsoft.graph.securityAction',
      '@odata.etag': 'W/"JzEt"',
      '@odata.id': 'x',
      ...action,
    })),
  }),
  variant('null members are left out', 'nulls', inActions(entries((all) => all.filter(([, value]) => value !== null)))),
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
  variant('an undeclared member is null', 'nulls', {
    fetch: editActions(on(['create', 'update']), (action) => ({ assignedTo: null, ...action })),
  }),
  variant('@odata.context is left out', 'context', {
    fetch: editJson(on('any'), ({ '@odata.context': _, ...body }) => body),
  }),
  variant('@odata.context of an entity is that of the collection', 'context', {
    fetch: editJson(on(['create', 'get', 'update'], 'success'), (body) => ({
      ...body,
      '@odata.context': '$metadata#security/securityActions',
    })),
  }),
  variant('bodies are indented', 'text', {
    fetch: editText(on('any'), (text) =>
      text.startsWith('{') ? `${JSON.stringify(JSON.parse(text), null, 2)}\n` : text,
    ),
  }),
  variant('bodies are in ASCII', 'text', { fetch: editText(on('any'), escaped) }),
  variant('user is an empty string instead of null', 'user', {
    fetch: editActions(on('any'), (action) => ('user' in action ? { ...action, user: action.user ?? '' } : action)),
  }),
  variant('entries of states have neither appId nor user', 'history', {
    fetch: editActions(on('any'), (action) =>
      Array.isArray(action.states)
        ? { ...action, states: action.states.map(({ status, updatedDateTime }: Json) => ({ status, updatedDateTime })) }
        : action,
    ),
  }),
  variant(
    'names are returned in camel case',
    'name',
    {
      fetch: editActions(on('any'), (action) =>
        typeof action.name === 'string'
          ? { ...action, name: action.name.charAt(0).toLowerCase() + action.name.slice(1) }
          : action,
      ),
    },
    { doesNotFollow: ['CREATE-56'] },
  ),
];
