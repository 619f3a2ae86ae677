import fc from 'fast-check';
import { ConfigurationError, KitFault } from '../../engine/errors.js';
import { seenIn } from '../../engine/judge/judge.js';
import type { RequirementId } from '../../engine/requirement.js';
import type { Discovery, Exploration, ExplorerContext } from '../../engine/run/explorer.js';
import type { InputFinding } from '../../engine/run/outcome.js';
import { drawFrom } from '../../engine/world/draw.js';
import { commands, creates } from './arbitrary.js';
import { type Attempt, attempt, type Played } from './attempt.js';
import type { Command } from './command.js';
import { counterexample } from './counterexample.js';
import { type Place, placeText } from './replay.js';
import { PlayedCommand } from './step.js';

/** Commands of a sequence, besides the create that it begins with. */
const mostCommands = 19;
/** Attempts at making one failing sequence shorter. */
const mostShrinks = 250;

/** One lane of the search: sequences one after the other, drawn from a seed of its own. */
export interface Lane {
  readonly ground: ExplorerContext;
  readonly number: number;
  readonly sequences: number;
  /** What there is to find. */
  readonly judges: readonly RequirementId[];
  /** The time on the clock of `performance.now()` after which no attempt begins. */
  readonly until: number;
  /** Requirements that are known to be violated: the search goes on past them. */
  readonly known: Set<RequirementId>;
  /** Plays this one sequence alone. */
  readonly replay?: Place;
  /** How many attempts there were; each has a name of its own. */
  attempts: number;
}

/** Plays sequences until there are no more, or no more time; each violation is shrunk to the shortest sequence that still shows it. */
export async function search(lane: Lane): Promise<Exploration> {
  const { ground, number, replay } = lane;
  const discoveries: Discovery[] = [];
  let judged = 0;
  for (let next = 0; next < lane.sequences; ) {
    const round = new Round(lane);
    const outcome = await fc
      .check(round.property(), {
        seed: drawFrom(ground.options.seed, `sequences/${number}`).integer(2 ** 31),
        numRuns: lane.sequences - next,
        path: replay?.path ?? (next === 0 ? '' : String(next)),
        endOnFailure: replay !== undefined,
        // Bias makes about every second sequence short, and a short one meets no history.
        unbiased: true,
      })
      .catch((error: unknown) => {
        if (!replay || error instanceof KitFault) throw error;
        throw new ConfigurationError(
          `--replay: the seed draws no sequence at ${replay.path}: ${error instanceof Error ? error.message : String(error)}`,
        );
      });
    judged += round.judged;
    const { failed, counterexample, counterexamplePath } = outcome;
    if (!failed || !counterexample || !counterexamplePath || !round.found) break;
    const { discrepancy } = round.found;
    const [first, rest] = counterexample;
    const place = { lane: number, path: counterexamplePath, replayPath: replayPathOf(rest) };
    if (await round.happensAgain([first, ...rest]))
      discoveries.push({ id: discrepancy.id, finding: findingOf(round.found, placeText(place)) });
    if (replay) break;
    next = Number(counterexamplePath.split(':')[0]) + 1;
  }
  return { discoveries, judged };
}

/** fast-check tells it in the text of the commands alone. */
function replayPathOf(commands: Iterable<Played>): string {
  return /replayPath="([^"]*)"/.exec(String(commands))?.[1] ?? '';
}

type Failure = NonNullable<Attempt['found']>;

function findingOf({ discrepancy, steps }: Failure, replay: string): InputFinding {
  const { message, expected, received, at, exchange } = discrepancy;
  const input = `a sequence of ${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`;
  return {
    ...seenIn({ message, expected, received, at }, exchange),
    input,
    counterexample: counterexample(steps),
    replay,
  };
}

/** The search for one violation, and its shrinking: once something is found, only the same counts. */
class Round {
  judged = 0;
  /** The shortest failure so far. */
  found: Failure | undefined;
  #shrinks = 0;

  constructor(private readonly lane: Lane) {}

  property(): fc.IAsyncProperty<[Played, Iterable<Played>]> {
    const { ground, replay } = this.lane;
    const played = (command: Command): Played => new PlayedCommand(command);
    const rest = fc.commands([commands(ground.profile).map(played)], {
      maxCommands: mostCommands,
      size: 'max',
      ...(replay && { replayPath: replay.replayPath }),
    });
    return fc.asyncProperty(creates.map(played), rest, async (first, others) => {
      if (this.#isOver()) return;
      const failure = await this.#attempt([first, ...others]);
      if (!failure) return;
      this.found = failure;
      throw new Error(failure.discrepancy.message);
    });
  }

  /** What only the target's own progress could excuse has to happen every time, or it was that progress. */
  async happensAgain(sequence: Iterable<Played>): Promise<boolean> {
    return !this.found?.discrepancy.unlessMoved || (await this.#attempt(sequence)) !== undefined;
  }

  async #attempt(sequence: Iterable<Played>): Promise<Failure | undefined> {
    const { ground, number, judges, known } = this.lane;
    const sought = this.found ? [this.found.discrepancy.id] : judges.filter((id) => !known.has(id));
    if (this.found) this.#shrinks += 1;
    const label = `sequences/${number}/${this.lane.attempts++}`;
    const { judged, found } = await attempt(ground, label, sequence, (id) => sought.includes(id));
    this.judged += judged;
    // What another lane has come upon in the meantime is that lane's to shrink.
    if (found && !this.found && known.has(found.discrepancy.id)) return undefined;
    if (found) known.add(found.discrepancy.id);
    return found;
  }

  #isOver(): boolean {
    const { until, ground, judges, known } = this.lane;
    if (performance.now() > until || ground.options.signal?.aborted) return true;
    return this.found ? this.#shrinks >= mostShrinks : judges.every((id) => known.has(id));
  }
}
