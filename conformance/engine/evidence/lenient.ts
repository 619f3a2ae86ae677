import { schemaProperties } from '../../../generated/contract-tables.js';
import { isObject, member, type ObservedObject } from '../../model/observed.js';
import type { Exchange, ReceivedResponse } from './exchange.js';
import { actionIdIn } from './paths.js';

const properties = schemaProperties.securityAction;

/** A JSON value within a body. */
interface Found {
  readonly value: unknown;
  /** The JSON Pointer of the value. */
  readonly at: string;
}

/**
 * The action in the body of a create, get or update, or in an element of a list, where it can be read without doubt: the value itself,
 * the only member that is an action, the only member at all if it is no property of an action, or the only element of an array. Without
 * such a place, the value itself.
 */
export function locateAction(json: unknown): Found {
  const whole = { value: json, at: '' };
  if (textId(json) !== undefined) return whole;
  if (!isObject(json) && !Array.isArray(json)) return whole;
  const members = Object.entries(json).filter(([name]) => !name.startsWith('@'));
  const actions = members.filter(([, value]) => textId(value) !== undefined && isAction(value));
  const isWrapped =
    isObject(json) && members.length === 1 && isObject(members[0]?.[1]) && !properties.has(members[0][0]);
  const [only] = isWrapped ? members : actions;
  const isAlone = actions.length <= 1 && (!Array.isArray(json) || json.length === 1);
  return only && isAlone ? { value: only[1], at: `/${only[0]}` } : whole;
}

/** The elements of a page: its `value`, the page itself, or its only array of objects. `undefined` when there is none. */
export function locateElements(
  json: unknown,
): { readonly elements: readonly unknown[]; readonly at: string } | undefined {
  if (Array.isArray(json)) return { elements: json, at: '' };
  if (!isObject(json)) return undefined;
  if (Object.hasOwn(json, 'value')) {
    const { value } = json;
    return Array.isArray(value) ? { elements: value, at: '/value' } : undefined;
  }
  const arrays = Object.entries(json).filter(([, value]) => Array.isArray(value) && value.every(isObject));
  const [only, ...others] = arrays;
  return only && others.length === 0 ? { elements: only[1] as readonly unknown[], at: `/${only[0]}` } : undefined;
}

/**
 * A body as a case reads it in order to go on: the action or the page at the top level, and ids as the texts that stand in a path. An
 * action without an id has the one of `Location` or of the request. The requirements about the form of a body judge the body itself.
 */
export function readLeniently(json: unknown, exchange: Exchange, { status, headers }: ReceivedResponse): unknown {
  if (status >= 300 || (!isObject(json) && !Array.isArray(json))) return json;
  if (exchange.operation === 'list') return asPage(json);
  if (exchange.operation === undefined || exchange.operation === 'cancel') return json;
  const { value } = locateAction(json);
  if (!isObject(value)) return json;
  const id = textId(value) ?? (isAction(value) ? idWithout(exchange, headers) : undefined);
  return id === undefined || id === value.id ? value : { ...value, id };
}

/** The id that a `Location` of an action ends with. */
export function locatedId(location: string | null): string | undefined {
  const [, segment] = /\/securityActions\/([^/?#]+)\/?$/i.exec(location ?? '') ?? [];
  return segment === undefined ? undefined : (actionIdIn(`/securityActions/${segment}`) ?? segment);
}

/** The id of an action as it stands in a path; `undefined` without one. */
export function textId(action: unknown): string | undefined {
  const id = member(action, 'id');
  return (typeof id === 'string' && id !== '') || typeof id === 'number' ? String(id) : undefined;
}

function asPage(json: ObservedObject | readonly unknown[]): unknown {
  const found = locateElements(json);
  if (!found) return json;
  const value = found.elements.map((element) => {
    const inside = locateAction(element).value;
    return isObject(inside) && typeof inside.id === 'number' ? { ...inside, id: String(inside.id) } : inside;
  });
  return isObject(json) ? { ...json, value } : { value };
}

/** True for an object with what each action has, so that a response that repeats the request is none. */
function isAction(value: unknown): boolean {
  return member(value, 'createdDateTime') !== undefined && member(value, 'parameters') !== undefined;
}

function idWithout({ operation, select, request }: Exchange, headers: ReceivedResponse['headers']): string | undefined {
  if (operation === 'create') return locatedId(headers.get('location'));
  return select === undefined && !request.url.includes('?') ? actionIdIn(request.url) : undefined;
}
