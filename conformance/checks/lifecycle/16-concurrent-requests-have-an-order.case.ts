import { scenario } from '../../engine/check.js';
import { NotObserved } from '../../engine/errors.js';
import { expectOrder, race } from '../../engine/race/race.js';
import type { World } from '../../engine/world/world.js';
import { type RaceKind, raceKinds } from './_race-kinds.js';

interface Input {
  readonly kind?: RaceKind;
  readonly round: number;
}

/** As many rounds of each kind as `--races` says. Their offsets differ, so that together they test many timings. */
function inputs({ settings: { races } }: World): readonly Input[] {
  if (races === 0) return [{ round: 0 }];
  return raceKinds.flatMap((kind) => Array.from({ length: races }, (_, index) => ({ kind, round: index + 1 })));
}

export default scenario('LIFECYCLE-16', {
  each: inputs,
  named: ({ kind, round }) => (kind ? `${kind.says}, round ${round}` : 'no round'),
  when: (world, _, { kind }) => {
    if (!kind) throw new NotObserved('no concurrent requests are sent (--races 0)');
    return race(world, () => kind.lanes(world));
  },
  then: expectOrder,
});
