import { scenario } from '../../engine/check.js';
import { NotObserved } from '../../engine/errors.js';
import type { World } from '../../engine/world/world.js';
import { type Kind, kinds } from '../../explore/races/kinds.js';
import { expectOrder, race } from '../../explore/races/race.js';

interface Input {
  readonly kind?: Kind;
  readonly round: number;
}

/** As many rounds of each kind as are asked for; each has offsets of its own, so that together they look into many windows. */
function inputs({ settings: { races } }: World): readonly Input[] {
  if (races === 0) return [{ round: 0 }];
  return kinds.flatMap((kind) => Array.from({ length: races }, (_, index) => ({ kind, round: index + 1 })));
}

export default scenario('LIFECYCLE-16', {
  each: inputs,
  named: ({ kind, round }) => (kind ? `${kind.says}, round ${round}` : 'no round'),
  when: (world, _, { kind }) => {
    if (!kind) throw new NotObserved('no rounds of concurrent requests are played (--races 0)');
    return race(world, () => kind.lanes(world));
  },
  then: expectOrder,
});
