import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { expectThat } from '../../engine/judge/expect.js';
import { addressedId, responseOf, supportedOperations } from './_operations.js';

export default scenario('AUTH-4', {
  inTurn: true,
  each: supportedOperations,
  named: ({ name }) => name,
  /** The control without a token must be rejected. It shows that the operation depends on the token. */
  given: async (world, { name, send }) => {
    const { status, exchange } = await send(world, await addressedId(world, name), { as: 'anonymous' });
    if (status !== 401)
      throw new Inconclusive(`the control without a token: expected status 401, received ${status}`, exchange);
  },
  when: async (world, _, operation) => {
    const reply = await responseOf(world, operation);
    const { status, exchange } = reply;
    if (status >= 300 && status !== 401 && status !== 403)
      throw new Inconclusive(
        `${operation.name} responds with ${status}, which does not depend on permissions`,
        exchange,
      );
    return reply;
  },
  then: ({ status, exchange }) =>
    expectThat(status < 300, {
      message: `the write permission is rejected with ${status}`,
      expected: 'a 2xx status',
      received: `status ${status}`,
      at: 'status',
      exchange,
    }),
});
