import { allClaims, effectOf, type ModelClaims } from '../../model/action-model.js';
import { differing } from '../../model/shown-action.js';
import { Inconclusive, NotObserved } from '../errors.js';
import type { Exchange } from '../evidence/exchange.js';
import { judge } from '../judge/judge.js';
import type { World } from '../world/world.js';
import { diagram } from './diagram.js';
import { explainMost, explainRound, type RoundExplanation } from './explain.js';
import { overlapped, playRound, type RaceLane, type Round } from './round.js';
import { responseText, timeline, timelineLines } from './timeline.js';

/** A round and what explains it. */
export interface Race {
  readonly round: Round;
  readonly explanation: RoundExplanation;
}

const kept = [true, false];
/** Every choice of claims, those with the fewest dropped claims first. */
const choicesOfClaims: readonly ModelClaims[] = kept
  .flatMap((history) =>
    kept.flatMap((ending) =>
      kept.flatMap((parts) => kept.map((transitions) => ({ history, ending, parts, transitions }))),
    ),
  )
  .toSorted((one, other) => dropped(one) - dropped(other));

/** How often a round is played until its requests overlap. */
const mostRounds = 5;

/**
 * Plays a round of concurrent requests and searches for an order that explains it. If there is none, the same requests are sent one after
 * the other to other actions, in the order that explains the most, in the order of their responses, and with the requests of each client
 * first, because another one may end the action so that an update is rejected and shows nothing. Claims that the target does not keep even
 * then are dropped, because what it does in sequence is no fault of concurrency.
 *
 * This is part of the engine and not an explorer, so that LIFECYCLE-16 is a case like any other, with retries, inputs and evidence.
 *
 * @param lanes makes the requests, anew for each action, so that no text is sent twice.
 * @throws NotObserved when no two requests were ever under way at the same time.
 * @throws Inconclusive when the responses do not allow a judgement.
 */
export async function race(world: World, lanes: () => readonly RaceLane[], readsFirst = false): Promise<Race> {
  let round = await playRound(world, lanes(), { readsFirst });
  for (let count = 1; count < mostRounds && !overlapped(round); count++)
    round = await playRound(world, lanes(), { together: true, readsFirst });
  const answered = round.requests.filter(({ response }) => response && response.status !== 429);
  if (answered.length < 2) throw new Inconclusive('fewer than two of the concurrent requests got a response');
  if (!overlapped(round))
    throw new NotObserved(
      `no two requests were under way at the same time in ${mostRounds} rounds; give --concurrency 2 or more`,
    );
  const explanation = explainRound(round, allClaims);
  if (explanation.verdict === 'linearizable') return { round, explanation };
  // Where a get shows a new action otherwise than the create, the round is explained from what a get shows (RESOURCE-18).
  if (!readsFirst && (await isShownOtherwise(world))) return race(world, lanes, true);
  const claims = await claimsKeptInSequence(world, round, lanes);
  return { round, explanation: explainMost(round, claims) };
}

/** Whether a get shows a new action otherwise than the response to its create. */
async function isShownOtherwise(world: World): Promise<boolean> {
  const created = await world.action();
  return differing(await world.read(created.id), created).length > 0;
}

/** The claims that the target keeps when the requests of a round are sent one after the other. */
async function claimsKeptInSequence(
  world: World,
  round: Round,
  lanes: () => readonly RaceLane[],
): Promise<ModelClaims> {
  const candidates = choicesOfClaims.map((choice) => explainRound(round, choice));
  const best = candidates.find(({ verdict }) => verdict === 'linearizable') ?? candidates.at(-1);
  const explained = best?.order.flatMap(({ exchange, isResponse }) => (isResponse ? [] : [exchange])) ?? [];
  const controls: Round[] = [];
  const inTurn = round.requests.toSorted((a, b) => a.endedAt - b.endedAt);
  const eachFirst = lanesWithUpdates(round).map((lane) =>
    inTurn.toSorted((a, b) => Number(round.lanes.get(b) === lane) - Number(round.lanes.get(a) === lane)),
  );
  for (const order of [explained, inTurn, ...eachFirst])
    controls.push(await playRound(world, [inOrder(lanes(), round, order)], { readsFirst: true }));
  const claims = choicesOfClaims.find((choice) =>
    controls.every((control) => explainRound(control, choice).verdict === 'linearizable'),
  );
  if (claims) return claims;
  throw new Inconclusive(
    'no order explains the same requests even when they are sent one after the other; LIFECYCLE-4, LIFECYCLE-5 and UPDATE-4 judge what the target does then',
  );
}

/** The lanes with an update that was accepted. */
function lanesWithUpdates({ requests, lanes }: Round): readonly number[] {
  const accepted = requests.filter(
    ({ operation, response }) => operation === 'update' && effectOf(response?.status) === 'done',
  );
  return [...new Set(accepted.flatMap((exchange) => lanes.get(exchange) ?? []))];
}

/** The requests of all lanes in the order of these exchanges, followed by those that it does not contain. */
function inOrder(lanes: readonly RaceLane[], round: Round, order: readonly Exchange[]): RaceLane {
  const left = lanes.map((lane) => [...lane]);
  const ordered = order.flatMap((exchange) => {
    const lane = round.lanes.get(exchange);
    return lane === undefined ? [] : (left[lane]?.shift() ?? []);
  });
  return [...ordered, ...left.flat()];
}

function dropped(claims: ModelClaims): number {
  return Object.values(claims).filter((isKept) => !isKept).length;
}

/** Expects that some order explains the round. */
export function expectOrder({ round, explanation }: Race): void {
  const open = explanation.unexplained.map(({ exchange }) => exchange).sort((a, b) => a.endedAt - b.endedAt);
  // The action that a read shows says more than the status code of a change.
  const first = open.find(({ operation }) => operation === 'get') ?? open[0];
  judge(explanation.verdict === 'linearizable', () => {
    const lines = timelineLines(round);
    return {
      message: `no order of the ${round.requests.length} concurrent requests explains their responses and the reads after them`,
      expected: 'the result of some serial order of the requests',
      received: first ? `${first.request.method}: ${responseText(first, round)}` : 'another state',
      ...(first && { exchange: first }),
      counterexample: timeline(lines, explanation),
      diagram: diagram(lines, explanation),
    };
  });
}
