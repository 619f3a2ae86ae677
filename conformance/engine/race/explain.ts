import {
  concurrentModel,
  effectOf,
  type ModelClaims,
  type ModelOperation,
  sentUpdate,
} from '../../model/action-model.js';
import { type Explanation, linearize, type Timed } from '../../model/linearize.js';
import { type ShownAction, shownAction } from '../../model/shown-action.js';
import { Inconclusive } from '../errors.js';
import type { Exchange } from '../evidence/exchange.js';
import { replyOf } from '../evidence/recorded-exchange.js';
import type { Round } from './round.js';

/** An exchange at its position in an order. */
export interface OrderedExchange {
  readonly exchange: Exchange;
  /** Set for the action that the response to an update shows, which has a position of its own. */
  readonly isResponse?: true;
}

/** What the search for an order found. */
export interface RoundExplanation {
  readonly verdict: Explanation['verdict'];
  /** The order that explains everything, or the longest one that was found. */
  readonly order: readonly OrderedExchange[];
  /** The exchanges with a response that the order does not explain. */
  readonly unexplained: readonly OrderedExchange[];
}

/** Searches for an order of the requests and reads of a round that explains all their responses. */
export function explainRound(round: Round, claims: ModelClaims): RoundExplanation {
  const history = operationsOf(round);
  const { verdict, order } = linearize(history, concurrentModel(createdAction(round), claims));
  return {
    verdict,
    order: order.flatMap((place) => history[place] ?? []),
    unexplained: history.filter((one, place) => one.return < Number.POSITIVE_INFINITY && !order.includes(place)),
  };
}

/** The number of requests of a round that the target itself responded to, which a 429 response does not count as. */
export function answeredRequests({ requests }: Round): number {
  return requests.filter(({ response }) => response && response.status !== 429).length;
}

type RoundOperation = ModelOperation & Timed & OrderedExchange;

function operationsOf({ requests, reads }: Round): readonly RoundOperation[] {
  const history: RoundOperation[] = [];
  for (const exchange of [...requests, ...reads]) {
    // A throttled request was not carried out.
    if (exchange.response?.status === 429) continue;
    const one = operationIn(exchange, exchange === reads.at(-1));
    const after = history.push(one) - 1;
    // The response may show the action some time after the update, when other requests have changed it as well.
    if (one.operation === 'update' && one.shown?.status)
      history.push({ ...one, operation: 'get', after, isResponse: true });
  }
  return history;
}

function operationIn(exchange: Exchange, settled: boolean): RoundOperation {
  const { operation, request, response, startedAt, endedAt } = exchange;
  const effect = effectOf(response?.status);
  return {
    exchange,
    operation: operation === 'update' || operation === 'cancel' ? operation : 'get',
    call: startedAt,
    return: effect === 'unknown' ? Number.POSITIVE_INFINITY : endedAt,
    sent: operation === 'update' ? sentUpdate(JSON.parse(request.body ?? '{}')) : undefined,
    response: response?.status,
    shown: response && effect === 'done' ? shownAction(replyOf(exchange, response).body) : undefined,
    settled,
  };
}

function createdAction({ before, requests }: Round): ShownAction {
  const shown = shownAction(before);
  if (shown.status) return shown;
  throw new Inconclusive('the response to the create shows no status', requests[0]);
}
