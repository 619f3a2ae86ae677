import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { member } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';

export default scenario('LIST-24', {
  each: ['$nobodyKnowsThis=1', '$nobodyKnowsThis', '$=', '$nobodyKnowsThis=1&$nobodyKnowsThis=2'],
  named: (query) => `?${query}`,
  given: async (world) => {
    const plain = await world.list();
    if (!Array.isArray(member(plain.body, 'value')))
      throw new Inconclusive('a list without options was no list', plain.exchange);
  },
  when: (world, _, query) =>
    world.request('GET', `/security/securityActions?${query}`, {
      operation: 'list',
      defect: 'an option that nobody offers',
    }),
  then: ({ status, exchange }) => {
    const harmless = (status >= 200 && status < 300) || status === 400 || status === 501;
    expectThat(harmless, {
      expected: 'a 2xx status, 400 or 501',
      received: `status ${status}`,
      at: 'status',
      exchange,
    });
  },
});
