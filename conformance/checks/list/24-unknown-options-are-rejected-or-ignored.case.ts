import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { isSuccess, member } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';

export default scenario('LIST-24', {
  listsAll: true,
  each: ['$unknownOption=1', '$unknownOption', '$=', '$unknownOption=1&$unknownOption=2'],
  named: (query) => `?${query}`,
  given: ({ shared }) =>
    shared.once('control', async (world) => {
      const plain = await world.list();
      if (!Array.isArray(member(plain.body, 'value')))
        throw new Inconclusive('the control, a list without options, is not a list', plain.exchange);
    }),
  when: (world, _, query) =>
    world.request('GET', `/security/securityActions?${query}`, {
      operation: 'list',
      defect: 'an unknown query option',
    }),
  then: ({ status, exchange }) => {
    const harmless = isSuccess({ status }) || status === 400 || status === 501;
    expectThat(harmless, {
      message: `GET with an unknown option responds with ${status}`,
      expected: 'status 2xx, 400 or 501',
      received: `status ${status}`,
      at: 'status',
      exchange,
    });
  },
});
