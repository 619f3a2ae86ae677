import { effectOf } from '../../model/action-model.js';
import { isFinalStatus, isStatus } from '../../model/lifecycle.js';
import { Inconclusive } from '../errors.js';
import type { Exchange } from '../evidence/exchange.js';
import { member, type Reply } from '../evidence/reply.js';
import type { WritableBody } from '../world/bodies.js';
import { untilShown } from '../world/in-time.js';
import type { Action, World } from '../world/world.js';
import { allAtOnce, longestOffset } from './at-once.js';

/** One request of a round. */
export type RaceRequest =
  | { readonly operation: 'get' | 'cancel' }
  | { readonly operation: 'update'; readonly patch: WritableBody };

/** The requests that one client sends one after the other. */
export type RaceLane = readonly RaceRequest[];

/** What was exchanged about one action: the concurrent requests, and the reads after all of them have ended. */
export interface Round {
  /** The action as the response to the create shows it, or a get before all requests. */
  readonly before: Action;
  /** In the order in which they were sent. A request that was sent again after throttling or a failure occurs more than once. */
  readonly requests: readonly Exchange[];
  readonly reads: readonly Exchange[];
  /** The lane of the exchange of each request. One that was sent again has none. */
  readonly lanes: ReadonlyMap<Exchange, number>;
}

/** Whether requests of two clients were under way at the same time and got a response. Otherwise a round shows nothing about a race. */
export function overlapped({ requests, lanes }: Round): boolean {
  const answered = requests.filter(({ response }) => response && response.status !== 429);
  return answered.some((one) =>
    answered.some(
      (other) => lanes.get(one) !== lanes.get(other) && one.startedAt < other.endedAt && other.startedAt < one.endedAt,
    ),
  );
}

/**
 * Creates an action, sends it the requests of all lanes at the same time, and reads it afterwards. `together` adds no offsets; with
 * `readsFirst`, or if the create shows no status, a get shows how the action begins.
 */
export async function playRound(
  world: World,
  lanes: readonly RaceLane[],
  { together = false, readsFirst = false } = {},
): Promise<Round> {
  const created = await world.action();
  const before = readsFirst || !isStatus(created.status) ? await world.read(created.id) : created;
  const from = world.exchanges.length;
  const sent = new Map<Exchange, number>();
  const tasks = lanes.map((lane, index) => () => sendInTurn(world, before.id, lane, (one) => sent.set(one, index)));
  await allAtOnce(world, tasks, together);
  const to = world.exchanges.length;
  const requests = world.exchanges.slice(from, to).sort((a, b) => a.startedAt - b.startedAt);
  // Work that a target does after its response may end a moment later.
  await world.clock.sleep(1 + world.draw.integer(longestOffset));
  // A cancel may end the action later, within the settle time (decision 0031).
  const cancelled = requests.some((one) => one.operation === 'cancel' && effectOf(one.response?.status) === 'done');
  const isSettled = ({ body }: Reply) => !cancelled || isFinalStatus(member(body, 'status'));
  await untilShown(world, 'a cancelled action ended', () => world.get(before.id), isSettled);
  return { before, requests, reads: world.exchanges.slice(to), lanes: sent };
}

async function sendInTurn(
  world: World,
  id: string,
  requests: RaceLane,
  sent: (exchange: Exchange) => void,
): Promise<void> {
  for (const request of requests) {
    try {
      const { operation } = request;
      const reply = operation === 'update' ? await world.update(id, request.patch) : await world[operation](id);
      sent(reply.exchange);
    } catch (error) {
      // A request without a response may or may not have taken effect, and the order has to explain both.
      if (!(error instanceof Inconclusive && error.exchange)) throw error;
      sent(error.exchange);
    }
  }
}
