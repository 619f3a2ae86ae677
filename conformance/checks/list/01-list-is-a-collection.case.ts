import { scenario } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import { member, type Reply } from '../../engine/evidence/reply.js';
import { expectReadOrWarning, expectThat } from '../../engine/judge/expect.js';
import { together } from '../../engine/world/together/together.js';

/** The named examples of the contract. A stateless mock returns each on request. */
const examples = ['page', 'lastPage', 'empty', 'counted'];

/** Lists twice, because a server may treat the first list differently, for example while a cache is empty. */
export default scenario('LIST-1', {
  when: async (world) => {
    const replies: Reply[] = [await world.list(), await world.list()];
    if (world.profile.class === 'stateful') return replies;
    const named = examples.map((name) => world.list({ headers: { prefer: `code=200, example=${name}` } }));
    return [...replies, ...(await together(named))];
  },
  then: (replies) => {
    for (const reply of replies) {
      expectReadOrWarning(reply);
      const value = member(reply.json, 'value');
      expectThat(Array.isArray(value), {
        expected: 'an array',
        received: Array.isArray(reply.json) ? `no \`value\`, because the body is itself an array` : preview(value),
        at: '/value',
        exchange: reply.exchange,
      });
    }
  },
});
