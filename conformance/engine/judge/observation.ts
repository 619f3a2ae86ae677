import type { Operation } from '../../../generated/requirements.js';
import type { Exchange } from '../evidence/exchange.js';
import { askedId, idOfEmptyCreate, locateAction, locateElements, textId } from '../evidence/lenient.js';
import { isOverload } from '../evidence/overload.js';
import { actionIdIn, collectionPath } from '../evidence/paths.js';
import { replyOf } from '../evidence/recorded-exchange.js';
import { isObject, isSuccess, type ObservedObject, type Reply } from '../evidence/reply.js';
import type { Pointer } from './location.js';

/** A response of the target. */
export interface SeenExchange {
  readonly exchange: Exchange;
  readonly reply: Reply;
}

/** A securityAction in a response. */
export interface SeenAction extends SeenExchange {
  /** What identifies the action: the id that a get or an update asked for, whatever the response shows; elsewhere the id that it shows. */
  readonly id: string;
  /** A number as an id is a defect that RESOURCE-1 judges; the other rules judge the rest of the action. */
  readonly action: ObservedObject & { readonly id: string | number };
  /** Where it is in the body: empty, or `/value/3`. */
  readonly at: Pointer;
  /** The members that `$select` asked for; absent without `$select`. */
  readonly selected?: readonly string[] | undefined;
}

/** One page of a list. */
export interface SeenCollection extends SeenExchange {
  readonly page: ObservedObject;
  /** The `value` array, or what stands in its place; empty when there is none. */
  readonly elements: readonly unknown[];
  /** Where the elements are: `/value`, if they are where they belong. */
  readonly at: Pointer;
  /** The members that `$select` asked for; absent without `$select`. */
  readonly selected?: readonly string[] | undefined;
}

/** What one input shows of one action, and what it asked of it. */
export interface Timeline {
  /** The observations of the action, in the order in which their responses arrived. */
  readonly shown: readonly SeenAction[];
  /** Its create, if this input sent it, and every request with its id in the path, whatever the response was. */
  readonly requests: readonly Exchange[];
}

const entityStatuses: Partial<Record<Operation, readonly number[]>> = {
  create: [201, 200],
  get: [200, 203, 206],
  update: [200, 201],
};

/** What an exchange shows. */
export interface Observations {
  readonly exchange?: SeenExchange | undefined;
  readonly error?: SeenExchange | undefined;
  readonly collection?: SeenCollection | undefined;
  readonly actions: readonly SeenAction[];
}

/** What one exchange shows: nothing without a response or for a request outside this API. */
export function observationsOf(exchange: Exchange): Observations {
  if (!exchange.response) return { actions: [] };
  const reply = replyOf(exchange, exchange.response);
  if (!reply.request.url.includes(collectionPath)) return { actions: [] };
  const seen = { exchange, reply };
  // A response to HEAD has no body.
  const error = reply.status >= 400 && reply.request.method !== 'HEAD' ? seen : undefined;
  // A response that only says that the target cannot handle the request now is judged as an error, and by nothing else.
  if (isOverload(reply.status))
    return { ...(reply.exchange.response?.unreadable === undefined && { error }), actions: [] };
  // A body that the kit could not read shows nothing.
  if (reply.exchange.response?.unreadable !== undefined) return { exchange: seen, actions: [] };
  const selected = selectedIn(seen);
  if (exchange.operation === 'list' && isSuccess(reply)) {
    const { json } = reply;
    const found = locateElements(json);
    if (isObject(json) || found) {
      const elements = found?.elements ?? [];
      const at = (found?.at ?? '') as Pointer;
      const actions = elements
        .map((element, index) => asAction(element, `${at}/${index}` as Pointer, seen, selected))
        .filter((action) => action !== undefined);
      const page = isObject(json) ? json : {};
      return { exchange: seen, error, collection: { ...seen, page, elements, at, selected }, actions };
    }
  }
  const shows = exchange.operation && entityStatuses[exchange.operation]?.includes(reply.status);
  const action = shows ? asAction(reply.json, '', seen, selected) : undefined;
  return { exchange: seen, error, actions: action ? [action] : [] };
}

function asAction(
  json: unknown,
  at: Pointer,
  { exchange, reply }: SeenExchange,
  selected?: readonly string[],
): SeenAction | undefined {
  const found = locateAction(json);
  // An object without an id may not be a securityAction; the requirements about ids judge a missing one.
  const shown = textId(found.value);
  if (shown === undefined) return undefined;
  const action = found.value as SeenAction['action'];
  return {
    exchange,
    reply,
    id: askedId(exchange, reply.request.url) ?? shown,
    action,
    at: `${at}${found.at}` as Pointer,
    selected,
  };
}

function selectedIn({ exchange, reply }: SeenExchange): readonly string[] | undefined {
  const { url } = reply.request;
  const select = exchange.select ?? (url.includes('?') ? new URL(url).searchParams.get('$select') : undefined);
  return select?.split(',').map((name) => name.trim());
}

/** The timeline of each action that the exchanges of one input show. */
export function timelines(exchanges: readonly Exchange[], actions: readonly SeenAction[]): readonly Timeline[] {
  const byId = new Map<string, { readonly shown: SeenAction[]; readonly requests: Exchange[] }>();
  for (const seen of actions) {
    const timeline = byId.get(seen.id) ?? { shown: [], requests: [] };
    byId.set(seen.id, timeline);
    timeline.shown.push(seen);
    if (seen.exchange.operation === 'create') timeline.requests.push(seen.exchange);
  }
  for (const exchange of exchanges) {
    const id = actionIdIn(exchange.request.url) ?? idOfEmptyCreate(exchange);
    const requests = id === undefined ? undefined : byId.get(id)?.requests;
    if (!requests?.includes(exchange)) requests?.push(exchange);
  }
  for (const { shown } of byId.values()) shown.sort((a, b) => a.exchange.endedAt - b.exchange.endedAt);
  return [...byId.values()];
}

/** The pairs of observations whose order is certain: the first ended before the second began. */
export function* inOrder(shown: readonly SeenAction[]): Generator<readonly [SeenAction, SeenAction]> {
  for (const [index, earlier] of shown.entries()) {
    const { endedAt } = earlier.exchange;
    const later = shown.find((one, at) => at > index && one.exchange.startedAt >= endedAt);
    if (later) yield [earlier, later];
  }
}
