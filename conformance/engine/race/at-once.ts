import type { Draw } from '../world/draw.js';
import { together } from '../world/together/together.js';
import type { World } from '../world/world.js';

/** The longest offset in milliseconds: short enough that a request arrives while the target still works on the others. */
export const longestOffset = 5;

/** Draws by how many milliseconds each request is delayed. In a third of the cases none is. */
export function offsets(draw: Draw, count: number): readonly number[] {
  const areTogether = draw.integer(3) === 0;
  return Array.from({ length: count }, () =>
    areTogether || draw.integer(2) === 0 ? 0 : 1 + draw.integer(longestOffset),
  );
}

/**
 * Starts all tasks at the same time, in a drawn order and with drawn offsets, or without offsets. Throws the first error when all tasks
 * have ended.
 */
export async function allAtOnce<T>(
  { draw, clock }: Pick<World, 'draw' | 'clock'>,
  tasks: readonly (() => Promise<T>)[],
  areTogether = false,
): Promise<readonly T[]> {
  const delays = areTogether ? [] : offsets(draw, tasks.length);
  const started = shuffled(draw, tasks).map(async (task, index) => {
    const ms = delays[index] ?? 0;
    if (ms > 0) await clock.sleep(ms);
    return task();
  });
  return together(started);
}

function shuffled<T>(draw: Draw, all: readonly T[]): readonly T[] {
  const left = [...all];
  return all.flatMap(() => left.splice(draw.integer(left.length), 1));
}
