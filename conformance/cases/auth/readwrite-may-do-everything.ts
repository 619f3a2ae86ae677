import { scenario } from '../../kit/check.js';
import { expectSuccess } from '../../kit/expect.js';
import { Undecided } from '../../kit/violation.js';
import { operations } from './_operations.js';

export default scenario('AUTH-4', {
  each: operations,
  named: ({ name }) => name,
  /** The same is refused without a token, which shows that it is the token that opens the door. */
  given: async (world, { send }) => {
    const action = await world.action();
    const { status, exchange } = await send(world, action.id, { as: 'anonymous' });
    if (status !== 401) throw new Undecided(`without a token it was answered with ${status}`, exchange);
    return action;
  },
  when: (world, action, { send }) => send(world, action.id),
  then: expectSuccess,
});
