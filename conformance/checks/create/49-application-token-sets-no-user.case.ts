import { scenario } from '../../engine/check.js';
import { expectOneOf } from '../../engine/judge/expect.js';
import { createAndRead, expectCreated } from './_create-and-read.js';

export default scenario('CREATE-49', {
  when: (world) => createAndRead(world, world.body()),
  then: (result) => {
    expectCreated(result, ({ user }, exchange) => expectOneOf(user ?? null, [null, ''], '/user', exchange));
  },
});
