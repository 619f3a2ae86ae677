import { Inconclusive } from '../errors.js';
import type { World } from './world.js';

/** How often the settle time passes before a late effect counts as a missing one. */
const settleTimes = 3;

/**
 * Reads until an effect shows or the settle time is over, and returns what was read last. An effect that does not show in time is waited
 * for a little longer, to tell a slow target from one without the effect.
 *
 * @param effect what the target does, such as "the action ended"
 * @throws Inconclusive for an effect that shows only after the settle time; the message names `--settle`.
 */
export async function inTime<T>(
  world: World,
  effect: string,
  read: () => Promise<T>,
  shows: (seen: T) => boolean,
): Promise<T> {
  const { settleMs } = world.settings;
  const began = world.clock.now();
  const seen = await world.eventually(read, shows);
  if (shows(seen)) return seen;
  const later = await world.eventually(read, shows, (settleTimes - 1) * settleMs);
  if (!shows(later)) return later;
  const tookMs = Math.ceil(world.clock.now() - began);
  throw new Inconclusive(
    `${effect} only ${tookMs} ms after the request, and the settle time is ${settleMs} ms: if that is usual for the target, give --settle ${roundedUp(tookMs)}`,
  );
}

/** A settle time that is long enough for this, in milliseconds. */
function roundedUp(ms: number): number {
  return Math.ceil((ms * 1.5) / 100) * 100;
}
