import { scenario } from '../../engine/check.js';
import { expectRejection } from '../../engine/judge/expect.js';
import { callName, everyAddress, idAfterWriterControl } from './_operations.js';

/** ERROR-1 judges the body. */
export default scenario('AUTH-1', {
  inTurn: true,
  each: everyAddress,
  named: callName,
  given: idAfterWriterControl,
  when: async (world, id, { send }) => [
    await send(world, id, { as: 'anonymous' }),
    await send(world, id, { as: 'anonymous' }),
  ],
  then: (replies) => {
    for (const reply of replies) expectRejection(reply, 401);
  },
});
