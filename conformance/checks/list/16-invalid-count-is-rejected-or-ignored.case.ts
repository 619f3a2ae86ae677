import { scenario } from '../../engine/check.js';
import { isSuccess, member } from '../../engine/evidence/reply.js';
import { expectRejection, expectStatus, expectThat } from '../../engine/judge/expect.js';

export default scenario('LIST-16', {
  listsAll: true,
  each: ['maybe', '1', ''],
  named: (value) => `$count=${value}`,
  when: async (world, _, value) => ({
    reply: await world.list({ query: { $count: value }, defect: '$count is neither true nor false' }),
    without: await world.list(),
  }),
  then: ({ reply, without }) => {
    if (!isSuccess(reply)) return expectRejection(reply, 400);
    expectStatus(reply, 200, 206);
    const { body, exchange } = reply;
    // A target may show the count even if a list does not request it.
    const plain = member(body, '@odata.count') === undefined || member(without.body, '@odata.count') !== undefined;
    expectThat(Array.isArray(member(body, 'value')) && plain, {
      message: 'the list differs from one without $count',
      expected: 'the same members as in a list without $count',
      received: body,
      at: '',
      exchange,
    });
  },
});
