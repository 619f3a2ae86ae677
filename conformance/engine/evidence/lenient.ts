import { schemaProperties } from '../../../generated/contract-tables.js';
import { statuses } from '../../../generated/lifecycle.js';
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
export function locateAction(body: unknown): Found {
  const json = camelNamed(body);
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
  body: unknown,
): { readonly elements: readonly unknown[]; readonly at: string } | undefined {
  const json = camelNamed(body);
  if (Array.isArray(json)) return { elements: json, at: '' };
  if (!isObject(json)) return undefined;
  if (Object.hasOwn(json, 'value')) {
    const { value } = json;
    return Array.isArray(value) ? { elements: value, at: json === body ? '/value' : '/Value' } : undefined;
  }
  const arrays = Object.entries(json).filter(([, value]) => Array.isArray(value) && value.every(isObject));
  const [only, ...others] = arrays;
  return only && others.length === 0 ? { elements: only[1] as readonly unknown[], at: `/${only[0]}` } : undefined;
}

/**
 * A body as a case reads it in order to go on: the action or the page at the top level, and ids as the texts that stand in a path. The
 * action of a get or an update has the id that was asked for, whatever the body says, and a new action without an id that of `Location`.
 * Names that begin with capital letters and statuses in another case are read as they are meant. The requirements about the form of a body
 * judge the body itself.
 */
export function readLeniently(json: unknown, exchange: Exchange, { status, headers }: ReceivedResponse): unknown {
  if (status >= 300 || (!isObject(json) && !Array.isArray(json))) return json;
  if (exchange.operation === 'list') return asPage(json);
  if (exchange.operation === undefined || exchange.operation === 'cancel') return json;
  const { value } = locateAction(json);
  if (!isObject(value)) return json;
  const id =
    exchange.operation === 'create'
      ? (textId(value) ?? (isAction(value) ? locatedId(headers.get('location')) : undefined))
      : (requestedId(exchange, value) ?? textId(value));
  const named = withKnownStatuses(value);
  return id === undefined || id === value.id ? named : { ...named, id };
}

/** What a `Location` of an action ends with: the id as a segment, or as a key in parentheses, which OData writes, too. */
const located = /(?:^|\/)securityActions(?:\/([^/?#]+)\/?|\((?:'([^/?#]+)'|([^'/?#]+))\))(?:[?#].*)?$/i;

/** The id that a `Location` of an action ends with. */
export function locatedId(location: string | null): string | undefined {
  const [, plain, quoted, key] = located.exec(location?.replaceAll(/%27/g, "'") ?? '') ?? [];
  const segment = plain ?? quoted?.replaceAll("''", "'") ?? key;
  return segment === undefined ? undefined : (actionIdIn(`/securityActions/${segment}`) ?? segment);
}

/** The id of an action that a create made without showing it, as with `Prefer: return=minimal`. */
export function idOfEmptyCreate({ operation, response }: Exchange): string | undefined {
  if (operation !== 'create' || !response || response.status >= 300) return undefined;
  return locatedId(response.headers.get('location') ?? response.headers.get('odata-entityid'));
}

/** The id that the action in a body shows, whatever was asked for; `undefined` without one. */
export function shownId(body: unknown): string | undefined {
  return textId(locateAction(body).value);
}

/** The id in the path of a get or an update; `undefined` for other requests. */
export function askedId({ operation }: Pick<Exchange, 'operation'>, url: string): string | undefined {
  return operation === 'get' || operation === 'update' ? actionIdIn(url) : undefined;
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
    if (!isObject(inside)) return inside;
    const named = withKnownStatuses(inside);
    return typeof named.id === 'number' ? { ...named, id: String(named.id) } : named;
  });
  return isObject(json) ? { ...json, value } : { value };
}

/** A body whose member names begin with capital letters, as some frameworks write them, with the names that are meant; else the same. */
function camelNamed(body: unknown): unknown {
  const [first] = Array.isArray(body) ? body : [body];
  const isMeant =
    isObject(first) && ['Id', 'Value'].some((name) => Object.hasOwn(first, name)) && textId(first) === undefined;
  return isMeant && !Object.hasOwn(first, 'value') ? withSmallInitials(body) : body;
}

function withSmallInitials(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSmallInitials);
  if (!isObject(value)) return value;
  const named = Object.entries(value).map(([name, one]) => {
    const small = name.charAt(0).toLowerCase() + name.slice(1);
    return [Object.hasOwn(value, small) ? name : small, withSmallInitials(one)] as const;
  });
  return Object.fromEntries(named);
}

/** The action with statuses as the contract spells them where only the case of a letter differs. */
function withKnownStatuses(action: ObservedObject): ObservedObject {
  const { states } = action;
  const known = withKnownStatus(action);
  const entries = Array.isArray(states) ? states.map(withKnownStatus) : [];
  const differ = Array.isArray(states) && entries.some((entry, at) => entry !== states[at]);
  return differ ? { ...known, states: entries } : known;
}

function withKnownStatus<Entry>(entry: Entry): Entry {
  if (!isObject(entry)) return entry;
  const status = knownStatus(entry.status);
  return status === entry.status ? entry : { ...entry, status };
}

function knownStatus(status: unknown): unknown {
  if (typeof status !== 'string') return status;
  return statuses.find((one) => one.toLowerCase() === status.toLowerCase()) ?? status;
}

/** True for an object with what each action has, so that a response that repeats the request is none. */
export function isAction(value: unknown): boolean {
  return member(value, 'createdDateTime') !== undefined && member(value, 'parameters') !== undefined;
}

/** The id that was asked for, for a body that shows an id or, without `$select`, an action. */
function requestedId(exchange: Exchange, value: ObservedObject): string | undefined {
  const { select, request } = exchange;
  const isWhole = select === undefined && !request.url.includes('?');
  return textId(value) !== undefined || (isWhole && isAction(value)) ? askedId(exchange, request.url) : undefined;
}
