import { allAtOnce } from '../../engine/race/at-once.js';
import type { World } from '../../engine/world/world.js';

/** The inputs of a case that also runs concurrent creates: `undefined` for its own steps, and the number of each concurrent round. */
export function roundInputs({ settings: { races } }: World): readonly (number | undefined)[] {
  return [undefined, ...Array.from({ length: races }, (_, index) => index + 1)];
}

/** The name of an input in reports. */
export function roundName(round: number | undefined): string {
  return round === undefined ? '' : `concurrent, round ${round}`;
}

const creates = 4;

/** Calls `one`, which starts with a create, several times concurrently. */
export function concurrently<T>(world: World, one: () => Promise<T>): Promise<readonly T[]> {
  return allAtOnce(
    world,
    Array.from({ length: creates }, () => one),
  );
}
