import { Inconclusive } from '../errors.js';
import type { Reply } from '../evidence/reply.js';
import type { Send } from '../http/api.js';
import type { Effect } from './waits.js';
import type { World } from './world.js';

/** How often the settle time passes before a late effect counts as a missing one. */
const settleTimes = 3;

/**
 * Reads until an effect shows or the settle time is over, and returns what was read last. An effect that has not come several times in
 * this run is waited for a shorter time.
 */
export async function untilShown<T>(
  world: World,
  effect: Effect,
  read: () => Promise<T>,
  shows: (seen: T) => boolean,
): Promise<T> {
  const wait = new EffectWait(world, effect, world.settings.settleMs);
  const seen = await world.eventually(read, shows, () => wait.limit());
  wait.ended(shows(seen));
  return seen;
}

/** A get of a new action within the settle time; only CREATE-9 requires that it can be read immediately. */
export function readNew(world: World, id: string, send: Send = {}): Promise<Reply> {
  return untilShown(
    world,
    'a new action could be read',
    () => world.get(id, send),
    ({ status }) => status !== 404,
  );
}

/**
 * Reads until an effect shows or the settle time is over, and returns what was read last. An effect that does not show in time is waited
 * for a little longer, to tell a slow target from one without the effect; where it has not come several times in this run, only a case
 * that judges the effect, with `isJudged`, still waits that long.
 *
 * @throws Inconclusive for an effect that shows only after the settle time; the message names `--settle`.
 */
export async function inTime<T>(
  world: World,
  effect: Effect,
  read: () => Promise<T>,
  shows: (seen: T) => boolean,
  { isJudged = false } = {},
): Promise<T> {
  const { settleMs } = world.settings;
  const wait = new EffectWait(world, effect, settleTimes * settleMs, isJudged);
  let limitMs = 0;
  const seen = await world.eventually(read, shows, () => {
    limitMs = wait.limit();
    return Math.min(settleMs, limitMs);
  });
  const later =
    shows(seen) || limitMs <= settleMs ? seen : await world.eventually(read, shows, () => limitMs - settleMs);
  const tookMs = wait.ended(shows(later));
  if (shows(seen) || !shows(later)) return later;
  throw new Inconclusive(
    `${effect} only ${tookMs} ms after the request, and the settle time is ${settleMs} ms: if that is usual for the target, give --settle ${roundedUp(tookMs)}`,
  );
}

/** One wait for an effect, with what it adds to the waits of the run. */
class EffectWait {
  #began = 0;
  #limitMs: number | undefined;

  constructor(
    private readonly world: World,
    private readonly effect: Effect,
    private readonly wholeMs: number,
    private readonly isWhole = false,
  ) {}

  /** How long to wait, in milliseconds, once the effect has not shown at once. */
  limit(): number {
    const { world, effect, wholeMs, isWhole } = this;
    this.#began = world.clock.now();
    // The record of the run keeps it, because it depends on the waits of other inputs.
    this.#limitMs = isWhole ? wholeMs : Number(world.clock.learned(() => String(world.waits.limit(effect, wholeMs))));
    return this.#limitMs;
  }

  /** Notes the end of the wait. Returns how long it took in milliseconds; 0 if the effect showed at once. */
  ended(shows: boolean): number {
    const limitMs = this.#limitMs;
    if (limitMs === undefined) return 0;
    const tookMs = Math.ceil(this.world.clock.now() - this.#began);
    const { wholeMs } = this;
    this.world.waits.ended(this.effect, { wholeMs, limitMs, tookMs: shows ? tookMs : undefined });
    return tookMs;
  }
}

/** A settle time that is long enough for this, in milliseconds. */
function roundedUp(ms: number): number {
  return Math.ceil((ms * 1.5) / 100) * 100;
}
