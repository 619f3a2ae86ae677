import type { World } from '../../engine/world/world.js';
import { allAtOnce } from '../../explore/races/at-once.js';

/** The rounds of creates at the same time that a case plays beside what it does anyway; no input is one of these when it is `undefined`. */
export function withRounds({ settings: { races } }: World): readonly (number | undefined)[] {
  return [undefined, ...Array.from({ length: races }, (_, index) => index + 1)];
}

/** How reports call such a input. */
export function roundName(round: number | undefined): string {
  return round === undefined ? '' : `at the same time, round ${round}`;
}

const creates = 5;

/** Does one thing that begins with a create several times at once. */
export function round<T>(world: World, one: () => Promise<T>): Promise<readonly T[]> {
  return allAtOnce(
    world.draw,
    Array.from({ length: creates }, () => one),
  );
}
