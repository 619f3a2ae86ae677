import { scenario } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { expectSuccess, expectThat } from '../../engine/judge/expect.js';
import { elementsOf } from '../../engine/world/world.js';

/** That the list holds what it should is for other inputs; here it is a list, and not empty once there is an action. */
export default scenario('SURFACE-2', {
  given: (world) => world.action(),
  when: (world) =>
    world.eventually(
      () => world.list(),
      (reply) => elementsOf([reply]).length > 0,
    ),
  then: (reply) => {
    expectSuccess(reply);
    const listed = elementsOf([reply]).filter(({ id }) => typeof id === 'string' && id !== '');
    expectThat(listed.length > 0, {
      expected: 'a `value` array with at least one action',
      received: member(reply.body, 'value'),
      at: '/value',
      exchange: reply.exchange,
    });
  },
});
