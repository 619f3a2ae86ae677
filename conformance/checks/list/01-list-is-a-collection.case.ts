import { scenario } from '../../engine/check.js';
import { member, type Reply } from '../../engine/evidence/reply.js';
import { expectReadOrWarning, expectThat } from '../../engine/judge/expect.js';

/** The named examples of the contract, which a stateless mock can be asked for. */
const examples = ['page', 'lastPage', 'empty', 'counted'];

/** Asked twice, as the first list may be answered from another place than the later ones. */
export default scenario('LIST-1', {
  when: async (world) => {
    const replies: Reply[] = [await world.list(), await world.list()];
    if (world.profile.class === 'stateful') return replies;
    const walked = examples.map((name) => world.list({ headers: { prefer: `code=200, example=${name}` } }));
    return [...replies, ...(await Promise.all(walked))];
  },
  then: (replies) => {
    for (const reply of replies) {
      expectReadOrWarning(reply);
      const value = member(reply.body, 'value');
      expectThat(Array.isArray(value), {
        expected: 'an array',
        received: value,
        at: '/value',
        exchange: reply.exchange,
      });
    }
  },
});
