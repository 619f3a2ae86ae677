import {
  concurrentModel,
  effectOf,
  type ModelClaims,
  type ModelOperation,
  sentUpdate,
} from '../../model/action-model.js';
import { type Explanation, linearize, type Timed } from '../../model/linearize.js';
import { shownAction } from '../../model/shown-action.js';
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
  /** The order that explains everything, or as much as was found. */
  readonly order: readonly OrderedExchange[];
  /** The exchanges with a response that the order does not explain. */
  readonly unexplained: readonly OrderedExchange[];
}

/**
 * Searches for an order of the requests and reads of a round that explains all their responses.
 *
 * @throws Inconclusive when the round does not show how the action began or ended, or when the search reaches its limit.
 */
export function explainRound(round: Round, claims: ModelClaims): RoundExplanation {
  return explain(operationsOf(round), round, claims);
}

/** The same, but when a single read contradicts all others, the order is that of the others, and not one that ends at the first of them. */
export function explainMost(round: Round, claims: ModelClaims): RoundExplanation {
  const history = operationsOf(round);
  const whole = explain(history, round, claims);
  if (whole.verdict === 'linearizable') return whole;
  for (const [place, one] of history.entries()) {
    if (one.operation !== 'get' || one.settled) continue;
    const rest = explain(history.with(place, { ...one, return: Number.POSITIVE_INFINITY }), round, claims);
    // The order has this read, too, where it would be explained later than its response.
    const order = rest.order.filter(
      ({ exchange, isResponse }) => exchange !== one.exchange || isResponse !== one.isResponse,
    );
    if (rest.verdict === 'linearizable') return { ...whole, order, unexplained: [one] };
  }
  return whole;
}

function explain(history: readonly RoundOperation[], round: Round, claims: ModelClaims): RoundExplanation {
  const { before, requests, reads } = round;
  const created = shownAction(before);
  if (!created.status) throw new Inconclusive('neither the create nor a get shows a status of the action', requests[0]);
  // Without a read after the requests nothing shows their result.
  const last = history.find(({ settled }) => settled);
  if (effectOf(last?.response) !== 'rejected' && !last?.shown?.status)
    throw new Inconclusive(`the action ${before.id} could not be read after the requests`, reads.at(-1));
  const { verdict, order } = linearize(history, concurrentModel(created, claims));
  if (verdict === 'out of budget')
    throw new Inconclusive(`the search for an order of ${requests.length} requests reached its limit without a result`);
  return {
    verdict,
    order: order.flatMap((place) => history[place] ?? []),
    unexplained: history.filter((one, place) => one.return < Number.POSITIVE_INFINITY && !order.includes(place)),
  };
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
