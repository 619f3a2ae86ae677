import { scenario } from '../../engine/check.js';
import { expectRejection } from '../../engine/judge/expect.js';
import { actionAfterWriterControl, callName, everyAddress } from './_operations.js';

/** ERROR-1 judges the body. */
export default scenario('AUTH-1', {
  inTurn: true,
  each: everyAddress,
  named: callName,
  given: actionAfterWriterControl,
  when: async (world, action, { send }) => [
    await send(world, action.id, { as: 'anonymous' }),
    await send(world, action.id, { as: 'anonymous' }),
  ],
  then: (replies) => {
    for (const reply of replies) expectRejection(reply, 401);
  },
});
