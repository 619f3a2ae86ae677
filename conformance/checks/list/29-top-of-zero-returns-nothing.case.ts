import { count } from '../../engine/cause/words.js';
import { scenario } from '../../engine/check.js';
import { isSuccess } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import { elementsOf } from '../../engine/world/world.js';
import { expectListRejection } from './_rejection.js';

export default scenario('LIST-29', {
  given: (world) => world.action(),
  when: (world) => world.list({ query: { $top: '0' } }),
  then: (reply) => {
    if (!isSuccess(reply)) return expectListRejection(reply);
    const { length } = elementsOf([reply]);
    expectThat(length === 0, {
      message: 'a list with $top=0 has elements',
      expected: 'no elements',
      received: count(length, 'element'),
      at: '/value',
      exchange: reply.exchange,
    });
  },
});
