import { allClaims, type ModelClaims } from '../../model/action-model.js';
import { shownAction } from '../../model/shown-action.js';
import { Inconclusive } from '../errors.js';
import { replyOf } from '../evidence/recorded-exchange.js';
import { judge } from '../judge/judge.js';
import type { World } from '../world/world.js';
import { diagram } from './diagram.js';
import { answeredRequests, explainRound, type RoundExplanation } from './explain.js';
import { playRound, type RaceLane, type Round } from './round.js';
import { responseText, timeline, timelineLines } from './timeline.js';

/** A round and what explains it. */
export interface Race {
  readonly round: Round;
  readonly explanation: RoundExplanation;
}

const kept = [true, false];
/** Every choice of claims, beginning with all of them. */
const choicesOfClaims: readonly ModelClaims[] = kept.flatMap((history) =>
  kept.flatMap((ending) => kept.map((parts) => ({ history, ending, parts }))),
);

/**
 * Plays a round of concurrent requests and searches for an order that explains it. If there is none, the same requests are sent one after
 * the other to another action: claims that the target does not keep even then are dropped, because they do not fail due to concurrency.
 *
 * This is part of the engine and not an explorer, so that LIFECYCLE-16 is a case like any other, with retries, inputs and evidence.
 *
 * @param lanes makes the requests, anew for each action, so that no text is sent twice.
 * @throws Inconclusive when the responses do not allow a judgement.
 */
export async function race(world: World, lanes: () => readonly RaceLane[]): Promise<Race> {
  const round = await playRound(world, lanes());
  if (answeredRequests(round) < 2) throw new Inconclusive('fewer than two of the concurrent requests got a response');
  requireLastRead(round);
  const explanation = decided(round, allClaims);
  if (explanation.verdict === 'linearizable') return { round, explanation };
  const claims = await claimsKeptInTurn(world, lanes());
  return { round, explanation: decided(round, claims) };
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

/** The most claims that the target keeps when requests do not overlap. */
async function claimsKeptInTurn(world: World, lanes: readonly RaceLane[]): Promise<ModelClaims> {
  const control = await playRound(world, [lanes.flat()]);
  requireLastRead(control);
  const found = choicesOfClaims.find((claims) => decided(control, claims).verdict === 'linearizable');
  if (found) return found;
  throw new Inconclusive('no order explains the same requests even when they are sent one after the other');
}

function decided(round: Round, claims: ModelClaims): RoundExplanation {
  const explanation = explainRound(round, claims);
  if (explanation.verdict !== 'out of budget') return explanation;
  throw new Inconclusive(
    `the search for an order of ${round.requests.length} requests reached its limit without a result`,
  );
}

/** Without a read after the requests nothing shows their result. */
function requireLastRead({ reads, before }: Round): void {
  const last = reads.at(-1);
  if (last?.response) {
    const { status, body } = replyOf(last, last.response);
    if ((status >= 400 && status < 500) || (status < 300 && shownAction(body).status)) return;
  }
  throw new Inconclusive(`the action ${before.id} could not be read after the requests`, last);
}
