import { scenario } from '../../kit/check.js';
import { expectRefusal, expectUnchanged } from '../../kit/expect.js';
import { afterwards } from './_afterwards.js';
import { allowedToTheWriter, operations } from './_operations.js';

export default scenario('AUTH-14', {
  each: operations,
  named: ({ name }) => name,
  given: async (world, attempt) => world.read((await allowedToTheWriter(world, attempt)).id),
  when: async (world, action, { send }) => ({
    replies: [await send(world, action.id, { altered: true }), await send(world, action.id, { altered: true })],
    ...(await afterwards(world, action)),
  }),
  then: ({ replies, after, mayDiffer }, action) => {
    for (const reply of replies) expectRefusal(reply, 401);
    expectUnchanged(after, action, mayDiffer);
  },
});
