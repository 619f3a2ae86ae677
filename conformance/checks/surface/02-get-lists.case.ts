import { scenario } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { expectSuccess, expectThat } from '../../engine/judge/expect.js';
import { elementsOf } from '../../engine/world/world.js';

/** Only judges that the response is a list, and not empty once an action exists. Other requirements judge its elements. */
export default scenario('SURFACE-2', {
  given: (world) => world.action(),
  when: (world) =>
    // The list may be behind (CREATE-10), but it must respond.
    world.eventually(
      () => world.list(),
      (reply) => reply.status >= 300 || elementsOf([reply]).length > 0,
    ),
  then: (reply) => {
    expectSuccess(reply);
    const listed = elementsOf([reply]).filter(({ id }) => typeof id === 'string' && id !== '');
    expectThat(listed.length > 0, {
      message: 'the list shows no action',
      expected: 'a `value` array with at least one action',
      received: member(reply.body, 'value'),
      at: '/value',
      exchange: reply.exchange,
    });
  },
});
