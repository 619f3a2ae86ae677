import type { Case } from '../check.js';
import type { RunOptions } from '../options.js';
import type { World } from '../world/world.js';

/** One input of one case, ready to be played. */
export interface Job {
  readonly check: Case;
  readonly input: unknown;
  readonly index: number;
  /** How often the input was drawn before. */
  readonly draw: number;
}

/** The inputs of a case as jobs, as many as the effort allows; `world` sends nothing. They may be played at the same time as any others. */
export function jobsOf(
  check: Case,
  world: World,
  { effort, draws }: Pick<RunOptions, 'effort' | 'draws'>,
): readonly Job[] {
  const inputs = check.inputs(world).map((input, index) => ({ check, input, index, draw: 0 }));
  if (effort === 'smoke') return smokeOf(check, inputs);
  return Array.from({ length: draws }, (_, draw) => inputs.map((job) => ({ ...job, draw }))).flat();
}

/** The inputs that stand for all inputs of a case; the first one where the target has none of those. */
function smokeOf({ smoke, named }: Case, all: readonly Job[]): readonly Job[] {
  if (smoke?.length === 0) return [];
  const chosen = all.filter(({ input }) => smoke?.includes(named(input as never)));
  return chosen.length > 0 ? chosen : all.slice(0, 1);
}
