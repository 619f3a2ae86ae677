import fc from 'fast-check';
import { Inconclusive } from '../../engine/errors.js';
import type { ExplorerContext } from '../../engine/run/explorer.js';
import { Course, type Judges, type Step } from './course.js';
import { type Discrepancy, Found } from './discrepancy.js';

/** A command that fast-check has drawn. */
export type Played = fc.AsyncCommand<Course, undefined>;

/** What an attempt came to: how often it judged, and what it found with the steps that led to it. */
export interface Attempt {
  readonly judged: number;
  readonly found?: { readonly discrepancy: Discrepancy; readonly steps: readonly Step[] };
}

/**
 * Plays a sequence on actions of its own, and reads all of them at its end. An answer that leaves nothing to go by ends it without
 * a finding: what that means is for the cases.
 */
export function attempt(
  ground: ExplorerContext,
  label: string,
  sequence: Iterable<Played>,
  judges: Judges,
): Promise<Attempt> {
  return ground.attempt(label, async (world) => {
    const course = new Course(world, judges, world.text('sequence'));
    try {
      await fc.asyncModelRun(() => ({ model: course, real: undefined }), sequence);
      for (const index of course.actions.keys()) await course.look(index);
    } catch (error) {
      if (error instanceof Found) {
        return { judged: course.judged, found: { discrepancy: error.discrepancy, steps: course.steps } };
      }
      if (!(error instanceof Inconclusive)) throw error;
    }
    return { judged: course.judged };
  });
}
