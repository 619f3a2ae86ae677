import { setTimeout as sleep } from 'node:timers/promises';
import type { Draw } from '../../engine/world/draw.js';

/** Milliseconds that a request may come later than the first: few enough to meet what the target is still at. */
export const latest = 5;

/** How many milliseconds later than the others each of so many requests is sent: in some cases all come together. */
export function offsets(draw: Draw, count: number): readonly number[] {
  const together = draw.integer(3) === 0;
  return Array.from({ length: count }, () => (together || draw.integer(2) === 0 ? 0 : 1 + draw.integer(latest)));
}

/** Does all of this at once, or as nearly so as the draw has it and in a drawn order; gives back what became of each when all are over. */
export function atOnce<T>(draw: Draw, deeds: readonly (() => Promise<T>)[]): Promise<PromiseSettledResult<T>[]> {
  const later = offsets(draw, deeds.length);
  return Promise.allSettled(
    shuffled(draw, deeds).map(async (deed, index) => {
      const ms = later[index] ?? 0;
      if (ms > 0) await sleep(ms);
      return deed();
    }),
  );
}

/** The same for deeds that all have to succeed: throws what the first one threw that did not, when all are over. */
export async function allAtOnce<T>(draw: Draw, deeds: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
  return (await atOnce(draw, deeds)).map((one) => {
    if (one.status === 'fulfilled') return one.value;
    throw one.reason;
  });
}

function shuffled<T>(draw: Draw, all: readonly T[]): readonly T[] {
  const left = [...all];
  return all.flatMap(() => left.splice(draw.integer(left.length), 1));
}
