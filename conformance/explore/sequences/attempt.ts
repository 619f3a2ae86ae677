import fc from 'fast-check';
import { Inconclusive } from '../../engine/errors.js';
import type { ExplorerContext } from '../../engine/run/explorer.js';
import { type Command, isPossible } from './command.js';
import { commandText } from './counterexample.js';
import { type Discrepancy, DiscrepancyFound } from './discrepancy.js';
import { performCommand } from './perform.js';
import { SequencePlay, type SequenceStep } from './sequence-play.js';

/** A command in the form that fast-check runs. */
export class DrawnCommand implements fc.AsyncCommand<SequencePlay, undefined> {
  constructor(readonly command: Command) {}

  check(play: SequencePlay): boolean {
    return isPossible(this.command, play.actions.length) && !play.leavesOut(this.command);
  }

  run(play: SequencePlay): Promise<void> {
    return performCommand(play, this.command);
  }

  toString(): string {
    return commandText(this.command);
  }
}

/** A command as fast-check draws it. */
export type RunnableCommand = fc.AsyncCommand<SequencePlay, undefined>;

/** A discrepancy and the steps that lead to it. */
export interface SequenceFailure {
  readonly discrepancy: Discrepancy;
  readonly steps: readonly SequenceStep[];
}

/**
 * Plays a sequence with actions of its own, and reads at its end all of them but one that its last command read. A response that does not
 * allow the sequence to go on ends it without a failure: the cases check such responses.
 */
export async function playSequence(
  context: ExplorerContext,
  label: string,
  sequence: Iterable<RunnableCommand>,
  isChecked: SequencePlay['isChecked'],
  { readsAlways = false } = {},
): Promise<{ readonly judged: number; readonly failure?: SequenceFailure }> {
  const { play, discrepancy, exchanges } = await context.attempt(label, async (world) => {
    const { exchanges } = world;
    const play = new SequencePlay(world, isChecked, world.text('sequence'), readsAlways);
    try {
      await fc.asyncModelRun(() => ({ model: play, real: undefined }), sequence);
      const others = [...play.actions.keys()].filter((index) => index !== play.justRead);
      for (const index of others) await play.read(index);
    } catch (error) {
      if (error instanceof DiscrepancyFound) return { play, discrepancy: error.discrepancy, exchanges };
      if (!(error instanceof Inconclusive)) throw error;
    }
    return { play, exchanges };
  });
  const { judged, steps } = play;
  if (!discrepancy || (await context.createsAreRejected(label, exchanges))) return { judged };
  return { judged, failure: { discrepancy, steps } };
}
