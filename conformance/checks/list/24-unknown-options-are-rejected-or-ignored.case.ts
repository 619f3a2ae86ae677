import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { member } from '../../engine/evidence/reply.js';
import { expectSuccessOr } from '../../engine/judge/expect.js';

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
  then: (reply) => expectSuccessOr(reply, 400, 501),
});
