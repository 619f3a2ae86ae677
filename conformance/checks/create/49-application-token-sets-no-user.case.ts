import { scenario } from '../../engine/check.js';
import { expectOneOf } from '../../engine/judge/expect.js';
import { expectMade, make } from './_create-and-read.js';

export default scenario('CREATE-49', {
  when: (world) => make(world, world.body()),
  then: (made) => {
    expectMade(made, ({ user }, exchange) => expectOneOf(user ?? null, [null, ''], '/user', exchange));
  },
});
