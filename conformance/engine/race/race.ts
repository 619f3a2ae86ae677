import { allClaims, type ModelClaims } from '../../model/action-model.js';
import { Inconclusive } from '../errors.js';
import { judge } from '../judge/judge.js';
import type { World } from '../world/world.js';
import { diagram } from './diagram.js';
import { explainRound, type RoundExplanation } from './explain.js';
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
  // A throttled request was not carried out.
  const answered = round.requests.filter(({ response }) => response && response.status !== 429);
  if (answered.length < 2) throw new Inconclusive('fewer than two of the concurrent requests got a response');
  const explanation = explainRound(round, allClaims);
  if (explanation.verdict === 'linearizable') return { round, explanation };
  const control = await playRound(world, [lanes().flat()]);
  const claims = choicesOfClaims.find((choice) => explainRound(control, choice).verdict === 'linearizable');
  if (claims) return { round, explanation: explainRound(round, claims) };
  throw new Inconclusive('no order explains the same requests even when they are sent one after the other');
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
