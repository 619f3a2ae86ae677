import { Inconclusive } from '../../engine/errors.js';
import { judge } from '../../engine/judge/judge.js';
import type { World } from '../../engine/world/world.js';
import { diagram } from './diagram.js';
import { answered, type Expected, type Explained, explained } from './explain.js';
import { type Move, playInTurn, playTogether, type Round } from './round.js';
import { seenIn } from './seen.js';
import { cameOf, sketch, timeline } from './timeline.js';

/** A round, and what explains it. */
export interface Race {
  readonly round: Round;
  readonly explanation: Explained;
}

const all: Expected = { history: true, ending: true, parts: true };
const names = ['history', 'ending', 'parts'] as const;
/** From the most that can be expected to the least. */
const expectations: readonly Expected[] = [0, 1, 2, 4, 3, 5, 6, 7].map((without) => {
  const [history, ending, parts] = names.map((_, bit) => ((without >> bit) & 1) === 0);
  return { history: history === true, ending: ending === true, parts: parts === true };
});

/**
 * Plays a round and looks for its order. Where none explains it, the same requests are sent one after the other about another action:
 * what the target does not keep even then is not the fault of the concurrency, and no order is expected to explain it. A lane is what one
 * client sends in turn; `lanes` is asked anew for each action, so that no text is sent twice.
 */
export async function race(world: World, lanes: () => readonly (readonly Move[])[]): Promise<Race> {
  const round = await playTogether(world, lanes());
  if (answered(round) < 2) throw new Inconclusive('fewer than two of the concurrent requests were answered');
  requireSeen(round);
  const explanation = decided(round, all);
  if (explanation.verdict === 'linearizable') return { round, explanation };
  const expected = await keptInTurn(world, lanes());
  return { round, explanation: expected === all ? explanation : decided(round, expected) };
}

/** Expects some order to explain the round. */
export function expectOrder({ round, explanation }: Race): void {
  const open = explanation.rest.map(({ exchange }) => exchange).sort((a, b) => a.endedAt - b.endedAt);
  // What a read shows tells more than that a request was accepted.
  const first = open.find(({ operation }) => operation === 'get') ?? open[0];
  judge(explanation.verdict === 'linearizable', () => {
    const lines = sketch(round);
    return {
      message: `no order of the ${round.requests.length} concurrent requests explains what they and the reads after them show`,
      expected: 'what some serial order of the requests leaves behind',
      received: first ? `${first.request.method}: ${cameOf(first, round)}` : 'another state',
      ...(first && { exchange: first }),
      counterexample: timeline(lines, explanation),
      diagram: diagram(lines, explanation),
    };
  });
}

/** The most that the target keeps of what is expected when it is asked one thing after the other. */
async function keptInTurn(world: World, lanes: readonly (readonly Move[])[]): Promise<Expected> {
  const twin = await playInTurn(world, lanes);
  requireSeen(twin);
  const [first = all] = expectations;
  if (decided(twin, all).verdict === 'linearizable') return all;
  const found = expectations.find((one) => one !== first && decided(twin, one).verdict === 'linearizable');
  if (found) return found;
  throw new Inconclusive(
    'the target does not do what it is asked even when the same requests come one after the other',
  );
}

function decided(round: Round, expected: Expected): Explained {
  const found = explained(round, expected);
  if (found.verdict !== 'out of budget') return found;
  throw new Inconclusive(
    `no order was found and none ruled out: the search among ${round.requests.length} requests ended`,
  );
}

/** Without a last look nothing says what the requests have left behind. */
function requireSeen({ reads, before }: Round): void {
  const last = reads.at(-1);
  const status = last?.response?.status ?? 0;
  if (status >= 400 && status < 500) return;
  if (last?.response && status < 300 && seenIn(JSON.parse(last.response.body))) return;
  throw new Inconclusive(`the action ${before.id} could not be read when the requests were over`, last);
}
