import { Inconclusive, KitFault } from '../errors.js';
import type { Exchange, ReceivedResponse } from '../evidence/exchange.js';
import { isOverload } from '../evidence/overload.js';
import { replyOf } from '../evidence/recorded-exchange.js';
import type { Reply } from '../evidence/reply.js';
import type { Clock } from '../world/clock.js';
import { retryAfterMs } from './overload.js';
import type { GivenUp, Sent } from './sent.js';

/** What sending a request came to: the last exchange, and why it was the last. */
interface Outcome {
  readonly last: Exchange | undefined;
  readonly fate: Sent['fate'];
  readonly givenUp: GivenUp | undefined;
}

/**
 * The reply of the target to a request.
 *
 * @param request its method and URL
 * @throws Inconclusive when there is no response, or one that says nothing about the request: of overload, to a token that is not accepted
 *   any more, or that the kit could not read.
 */
export function answered(request: string, { last, fate, givenUp }: Outcome, time: Pick<Clock, 'date'>): Reply {
  if (!last) throw new KitFault(`${request} left no exchange behind`);
  const sent = `${last.request.method} ${last.request.url}`;
  if (!last.response) {
    const kind = fate === undefined ? 'no-response' : 'connection-lost';
    throw new Inconclusive(`${sent} got no response: ${last.failure}`, last, kind);
  }
  const { status, unreadable } = last.response;
  if (givenUp === 'credentials')
    throw new Inconclusive(
      `${sent} responds with ${status}, and so does a list, with a token that the target accepted before`,
      last,
      'credentials',
    );
  if (isOverload(status))
    throw new Inconclusive(
      `${sent} responds with ${status}${stillRejected(last.response, givenUp, time)}`,
      last,
      status === 429 ? 'throttled' : 'overload',
    );
  // What the kit did not read is no evidence; the framing of a response is judged by a rule.
  if (unreadable !== undefined)
    throw new Inconclusive(`the response to ${sent} could not be read: ${unreadable}`, last, 'unreadable');
  return replyOf(last, last.response);
}

/** What the kit did about a response that only says that the target cannot handle the request now. */
function stillRejected(response: ReceivedResponse, givenUp: GivenUp | undefined, time: Pick<Clock, 'date'>): string {
  if (givenUp === 'unsafe') return ': it may have been carried out, so the kit does not send it again';
  if (givenUp === 'rounds')
    return response.headers.get('retry-after') === null
      ? ' again and again, while the target accepts other requests'
      : ' again and again, each time after the kit waited as long as Retry-After asked, while the target accepts other requests';
  const seconds = Math.ceil((retryAfterMs(response, time.date()) ?? 0) / 1_000);
  const asks = seconds > 0 ? ` and asks to wait ${seconds} s` : '';
  return `${asks}; waiting longer would exceed the patience of the kit, see --patience`;
}
