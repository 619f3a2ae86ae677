import type { Operation } from '../../../generated/requirements.js';
import type { Exchange } from '../evidence/exchange.js';
import { isObject, member, type ObservedObject, type Reply, replyOf } from '../evidence/reply.js';
import { collectionPath } from '../http/paths.js';

/** Any answer of the target. */
export interface SeenExchange {
  readonly exchange: Exchange;
  readonly reply: Reply;
}

/** A securityAction where a target showed it. */
export interface SeenAction extends SeenExchange {
  readonly action: ObservedObject & { readonly id: string };
  /** JSON pointer to it in the body: empty, or `/value/3`. */
  readonly at: string;
  /** The members of it that were asked for with `$select`; all of them when absent. */
  readonly selected?: readonly string[];
}

/** One page of a list. */
export interface SeenCollection extends SeenExchange {
  readonly page: ObservedObject;
  /** The `value` array, or an empty one when there is none. */
  readonly elements: readonly unknown[];
  /** The members that were asked for with `$select`; all of them when absent. */
  readonly selected?: readonly string[];
}

/** A securityAction at a time. */
export type ActionAt = SeenAction;

const entityStatuses: Partial<Record<Operation, readonly number[]>> = { create: [201], get: [200, 206], update: [200] };

/** What an exchange shows. */
export interface Observations {
  readonly exchange?: SeenExchange;
  readonly error?: SeenExchange;
  readonly collection?: SeenCollection;
  readonly actions: readonly SeenAction[];
}

/** Reads what one exchange shows; one without a response, or about something that is not this API's, shows nothing. */
export function observe(exchange: Exchange): Observations {
  if (!exchange.response || !exchange.request.url.includes(collectionPath)) return { actions: [] };
  const reply = replyOf(exchange, exchange.response);
  const seen = { exchange, reply };
  const error = reply.status >= 400 ? seen : undefined;
  const selected = selectedIn(exchange);
  if (exchange.operation === 'list' && (reply.status === 200 || reply.status === 206) && isObject(reply.body)) {
    const value = member(reply.body, 'value');
    const elements = Array.isArray(value) ? value : [];
    const actions = elements.flatMap((element, index) => asAction(element, `/value/${index}`, seen, selected));
    return { exchange: seen, error, collection: { ...seen, page: reply.body, elements, selected }, actions };
  }
  const shows = exchange.operation && entityStatuses[exchange.operation]?.includes(reply.status);
  return { exchange: seen, error, actions: shows ? asAction(reply.body, '', seen, selected) : [] };
}

function asAction(value: unknown, at: string, seen: SeenExchange, selected?: readonly string[]): SeenAction[] {
  // Without an id nothing says that this is a securityAction; that it has none is judged by the requirements about ids.
  return hasId(value) ? [{ exchange: seen.exchange, reply: seen.reply, action: value, at, selected }] : [];
}

function hasId(value: unknown): value is SeenAction['action'] {
  const id = member(value, 'id');
  return typeof id === 'string' && id !== '';
}

function selectedIn({ select: asked, request }: Exchange): readonly string[] | undefined {
  const select = asked ?? new URL(request.url).searchParams.get('$select');
  return select?.split(',').map((name) => name.trim());
}

/** The observations of each action in the order in which their answers came. */
export function timelines(actions: readonly SeenAction[]): readonly (readonly ActionAt[])[] {
  const byId = new Map<string, SeenAction[]>();
  for (const seen of actions) {
    const timeline = byId.get(seen.action.id);
    if (timeline) timeline.push(seen);
    else byId.set(seen.action.id, [seen]);
  }
  for (const timeline of byId.values()) timeline.sort((a, b) => a.exchange.endedAt - b.exchange.endedAt);
  return [...byId.values()];
}

/** The pairs of observations of which the first was over before the second began, so that their order is beyond doubt. */
export function* inOrder(timeline: readonly ActionAt[]): Generator<readonly [ActionAt, ActionAt]> {
  for (const [index, earlier] of timeline.entries()) {
    const later = timeline.slice(index + 1).find((one) => one.exchange.startedAt >= earlier.exchange.endedAt);
    if (later) yield [earlier, later];
  }
}
