import { count as counted } from '../../engine/cause/words.js';
import { scenario } from '../../engine/check.js';
import { member, type Reply } from '../../engine/evidence/reply.js';
import { expectSuccess, expectThat } from '../../engine/judge/expect.js';
import { createOwnActions, untilListed } from './_own-actions.js';

const count = 5;

export default scenario('LIST-9', {
  given: async (world) => {
    const own = await createOwnActions(world, count);
    await untilListed(own, world);
    return own;
  },
  when: async (world, { query }) => {
    const seen: { top: number; reply: Reply }[] = [];
    for (const top of [1, 2, 3, count - 1, count, count + 1, 1_000])
      seen.push({ top, reply: await world.list({ query: { ...query, $top: String(top) } }) });
    return seen;
  },
  then: (seen) => {
    for (const { top, reply } of seen) {
      if (reply.status >= 400 && reply.status < 500) continue;
      expectSuccess(reply);
      const value = member(reply.body, 'value');
      const fits = Array.isArray(value) && value.length <= top;
      const received = Array.isArray(value) ? counted(value.length, 'element') : value;
      expectThat(fits, {
        expected: `at most ${counted(top, 'element')}`,
        received,
        at: '/value',
        exchange: reply.exchange,
      });
    }
    expectThat(
      seen.some(({ reply }) => reply.status < 300),
      {
        message: 'every list with $top is rejected',
        expected: 'a 2xx status for at least one value of $top',
        received: 'only 4xx statuses',
        at: 'status',
        exchange: seen[0]?.reply.exchange,
      },
    );
  },
});
