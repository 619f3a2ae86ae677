import fc from 'fast-check';
import { ConfigurationError, errorText, KitFault } from '../../engine/errors.js';
import { attachExchange } from '../../engine/judge/judge.js';
import type { RequirementId } from '../../engine/requirement.js';
import type { Discovery, Exploration, ExplorerContext } from '../../engine/run/explorer.js';
import type { InputFinding } from '../../engine/run/outcome.js';
import { drawFrom } from '../../engine/world/draw.js';
import { commands, creates } from './arbitrary.js';
import { DrawnCommand, playSequence, type RunnableCommand, type SequenceFailure } from './attempt.js';
import type { Command } from './command.js';
import { counterexample } from './counterexample.js';
import { positionText, type SequencePosition } from './position.js';

/** Commands of a sequence after the create that it begins with. */
const mostCommands = 25;
/** Attempts to shorten one failing sequence. */
const mostShrinks = 250;

/** One lane of the search: sequences that are played one after the other, drawn from a seed of their own. */
export interface SearchLane {
  readonly context: ExplorerContext;
  readonly number: number;
  readonly sequences: number;
  /** The requirements to check. */
  readonly judges: readonly RequirementId[];
  /** Requirements that have failed already. The search does not stop for them again. */
  readonly known: Set<RequirementId>;
  /** Plays only this sequence. */
  readonly replay?: SequencePosition | undefined;
}

/** Plays sequences until none is left or the time is over. A failing sequence is shrunk to the shortest one that still fails. */
export async function search(lane: SearchLane): Promise<Exploration> {
  const { context, number, replay } = lane;
  const discoveries: Discovery[] = [];
  const attempts = new Attempts(lane);
  for (let next = 0; next < lane.sequences; ) {
    const property = attempts.property();
    const result = await fc
      .check(property, {
        seed: drawFrom(context.options.seed, `sequences/${number}`).integer(2 ** 31),
        numRuns: lane.sequences - next,
        path: replay?.path ?? (next === 0 ? '' : String(next)),
        endOnFailure: replay !== undefined,
        // With bias about every second sequence is short, and a short one does not reach later states.
        unbiased: true,
      })
      .catch((error: unknown) => {
        if (!replay || error instanceof KitFault) throw error;
        throw new ConfigurationError(`--replay: the seed draws no sequence at ${replay.path}: ${errorText(error)}`);
      });
    const { failed, counterexample: shortest, counterexamplePath } = result;
    if (!failed || !shortest || !counterexamplePath || !attempts.failure) break;
    const { failure } = attempts;
    const [first, rest] = shortest;
    const position = { lane: number, path: counterexamplePath, replayPath: replayPathOf(rest) };
    if (await attempts.failsAgain([first, ...rest])) {
      const departure = await attempts.firstDeparture(failure);
      if (departure)
        discoveries.push({ id: departure.discrepancy.id, finding: findingOf(departure, positionText(position)) });
    }
    if (replay) break;
    next = Number(counterexamplePath.split(':')[0]) + 1;
  }
  return { discoveries, judged: attempts.judged };
}

/** fast-check shows it only in the text of the commands. */
function replayPathOf(drawn: Iterable<RunnableCommand>): string {
  return /replayPath="([^"]*)"/.exec(String(drawn))?.[1] ?? '';
}

function findingOf({ discrepancy, steps }: SequenceFailure, replay: string): InputFinding {
  const input = `a sequence of ${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`;
  const finding = { ...discrepancy, counterexample: counterexample(steps), replay };
  return { ...attachExchange(finding, discrepancy.exchange), input };
}

/** The commands with a read in place of the last one. */
function withReadAtEnd(commands: readonly Command[]): readonly Command[] {
  const last = commands.at(-1);
  if (!last || last.does === 'create' || !('which' in last)) return commands;
  return [...commands.slice(0, -1), { does: 'get', which: last.which, as: 'writer' }];
}

/** The attempts of a lane. Once one has failed, it is shrunk: only a failure of the same requirement counts until the next search. */
class Attempts {
  judged = 0;
  /** The shortest failure of the present search so far. */
  failure: SequenceFailure | undefined;
  #shrinks = 0;
  #count = 0;

  constructor(private readonly lane: SearchLane) {}

  /** Begins the search for one failure. */
  property(): fc.IAsyncProperty<[RunnableCommand, Iterable<RunnableCommand>]> {
    this.failure = undefined;
    this.#shrinks = 0;
    const { context, replay } = this.lane;
    const runnable = (command: Command): RunnableCommand => new DrawnCommand(command);
    const rest = fc.commands([commands(context.profile).map(runnable)], {
      maxCommands: mostCommands,
      size: 'max',
      ...(replay && { replayPath: replay.replayPath }),
    });
    return fc.asyncProperty(creates.map(runnable), rest, async (first, others) => {
      if (this.#isOver()) return;
      const failure = await this.#play([first, ...others]);
      // A simpler first create may move the failure to a later step, and fast-check does not shorten what it had not played before.
      if (!failure || failure.steps.length > (this.failure?.steps.length ?? Number.POSITIVE_INFINITY)) return;
      this.failure = failure;
      throw new Error(failure.discrepancy.message);
    });
  }

  /** A failure that progress of the target itself would explain has to occur every time. */
  async failsAgain(sequence: Iterable<RunnableCommand>): Promise<boolean> {
    return !this.failure?.discrepancy.unlessMoved || (await this.#play(sequence)) !== undefined;
  }

  /**
   * The failure of the step that departs first. A request without a read after it, or a read that would show the same without the last
   * request, can make the failure look like that of another requirement: the same commands are played with a read after each of them, and
   * with a read in place of the last one. Returns undefined when the failure of that requirement is known, or was not to be checked.
   */
  async firstDeparture(failure: SequenceFailure): Promise<SequenceFailure | undefined> {
    const { context, judges, known } = this.lane;
    const { id } = failure.discrepancy;
    const commands = failure.steps.map(({ command }) => command);
    for (const variant of [commands, withReadAtEnd(commands)]) {
      const label = this.#label();
      this.#count += 1;
      const sequence = variant.map((command) => new DrawnCommand(command));
      const played = await playSequence(context, label, sequence, context.applies, { readsAlways: true });
      const other = played.failure;
      if (!other || other.discrepancy.id === id) continue;
      if (known.has(other.discrepancy.id) || !judges.includes(other.discrepancy.id)) return undefined;
      known.add(other.discrepancy.id);
      return other;
    }
    return failure;
  }

  async #play(sequence: Iterable<RunnableCommand>): Promise<SequenceFailure | undefined> {
    const { context, judges, known } = this.lane;
    const sought = this.failure ? [this.failure.discrepancy.id] : judges.filter((id) => !known.has(id));
    if (this.failure) this.#shrinks += 1;
    const label = this.#label();
    this.#count += 1;
    const { judged, failure } = await playSequence(context, label, sequence, (id) => sought.includes(id));
    this.judged += judged;
    // Another lane has found this failure in the meantime and shrinks it.
    if (failure && !this.failure && known.has(failure.discrepancy.id)) return undefined;
    if (failure) known.add(failure.discrepancy.id);
    return failure;
  }

  /** The label of the next attempt. */
  #label(): string {
    return `sequences/${this.lane.number}/${this.#count}`;
  }

  #isOver(): boolean {
    const { context, judges, known } = this.lane;
    if (context.isOver(this.#label()) || context.options.signal?.aborted) return true;
    return this.failure ? this.#shrinks >= mostShrinks : judges.every((id) => known.has(id));
  }
}
