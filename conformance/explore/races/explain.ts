import { Inconclusive } from '../../engine/errors.js';
import type { Exchange } from '../../engine/evidence/exchange.js';
import { member, replyOf } from '../../engine/evidence/reply.js';
import { isStatus } from '../../model/lifecycle.js';
import { type Explanation, linearize } from '../../model/linearize.js';
import { type ActionOperation, type Claims, effectOf, oneAction, type Seen } from '../../model/one-action.js';
import type { Round } from './round.js';
import { parts, seenIn, valuesIn } from './seen.js';

/** What an order has to explain beside status and plain properties; each is a SHOULD, decided elsewhere. */
export interface Expected extends Claims {
  /** Parameters are replaced whole, and the parts of the vendor merged (UPDATE-7, UPDATE-8). */
  readonly parts: boolean;
}

/** What has a place in the order: an exchange, or once more what an update answered, which may have been seen later. */
export interface Placed {
  readonly exchange: Exchange;
  readonly answer?: true;
}

/** What the search made of a round. */
export interface Explained {
  readonly verdict: Explanation['verdict'];
  /** The order that explains all, or the longest that was found. */
  readonly order: readonly Placed[];
  /** What was answered and this order leaves out; nothing when all is explained. */
  readonly rest: readonly Placed[];
}

/** Looks for an order of the requests and the reads of a round that explains all that was seen. */
export function explained(round: Round, expected: Expected): Explained {
  const { deeds, placed } = historyOf(round, expected);
  const { verdict, order } = linearize(deeds, oneAction(trimmed(firstSeen(round), expected), expected));
  const open = deeds.flatMap((deed, place) =>
    deed.return < Number.POSITIVE_INFINITY && !order.includes(place) ? [place] : [],
  );
  const at = (places: readonly number[]) => places.flatMap((place) => placed[place] ?? []);
  return { verdict, order: at(order), rest: verdict === 'linearizable' ? [] : at(open) };
}

/** How many of the requests of a round were answered by the target itself, which a 429 is not. */
export function answered({ requests }: Round): number {
  return requests.filter(({ response }) => response && response.status !== 429).length;
}

/** The deeds of a round, and for each where it comes from. */
function historyOf(
  { requests, reads }: Round,
  expected: Expected,
): { readonly deeds: readonly ActionOperation[]; readonly placed: readonly Placed[] } {
  const deeds: ActionOperation[] = [];
  const placed: Placed[] = [];
  for (const exchange of [...requests, ...reads]) {
    // A request that was throttled was not carried out.
    if (exchange.response?.status === 429) continue;
    const deed = deedOf(exchange, exchange === reads.at(-1), expected);
    const place = deeds.push(deed) - 1;
    placed.push({ exchange });
    if (deed.does !== 'update' || !deed.shows) continue;
    // An update may show the action as it found it when all was written: at that time others may have written as well.
    deeds.push({ does: 'get', call: deed.call, return: deed.return, after: place, answer: 200, shows: deed.shows });
    placed.push({ exchange, answer: true });
  }
  return { deeds, placed };
}

function deedOf(exchange: Exchange, settled: boolean, expected: Expected): ActionOperation {
  const { operation, startedAt, endedAt, response } = exchange;
  const reply = response && replyOf(exchange, response);
  const does = operation === 'update' || operation === 'cancel' ? operation : 'get';
  const unknown = effectOf(reply?.status) === 'unknown';
  const shows = reply && reply.status < 300 && does !== 'cancel' ? seenIn(reply.body) : undefined;
  return {
    does,
    call: startedAt,
    return: unknown ? Number.POSITIVE_INFINITY : endedAt,
    ...(does === 'update' && { sent: sentIn(exchange, expected) }),
    ...(reply && { answer: reply.status }),
    ...(shows && { shows: trimmed(shows, expected) }),
    ...(settled && { settled }),
  };
}

function sentIn({ request }: Exchange, expected: Expected): ActionOperation['sent'] {
  const body: unknown = JSON.parse(request.body ?? '{}');
  const status = member(body, 'status');
  return { ...(isStatus(status) && { status }), values: kept(valuesIn(body), expected) };
}

function firstSeen({ before, requests }: Round): Seen {
  const seen = seenIn(before);
  if (seen) return seen;
  throw new Inconclusive('the new action shows no status', requests[0]);
}

function trimmed(seen: Seen, expected: Expected): Seen {
  return { ...seen, values: kept(seen.values, expected) };
}

function kept(values: Seen['values'], expected: Expected): Seen['values'] {
  if (expected.parts) return values;
  return Object.fromEntries(Object.entries(values).filter(([name]) => !parts.includes(name)));
}
