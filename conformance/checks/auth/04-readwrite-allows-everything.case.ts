import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { expectThat } from '../../engine/judge/expect.js';
import { answerOnNew } from '../../engine/world/control-action.js';
import { operations } from './_operations.js';

export default scenario('AUTH-4', {
  each: operations,
  named: ({ name }) => name,
  /** The same is refused without a token, which shows that it is the token that opens the door. */
  given: async (world, { send }) => {
    const { status, exchange } = await send(world, (await world.action()).id, { as: 'anonymous' });
    if (status !== 401) throw new Inconclusive(`without a token it was answered with ${status}`, exchange);
  },
  when: async (world, _, { name, send }) => {
    const reply = await answerOnNew(world, (id) => send(world, id));
    const { status, exchange } = reply;
    if (status >= 300 && status !== 401 && status !== 403)
      throw new Inconclusive(`${name} was answered with ${status}, which says nothing about permissions`, exchange);
    return reply;
  },
  then: ({ status, exchange }) =>
    expectThat(status < 300, { expected: 'a success', received: `status ${status}`, at: 'status', exchange }),
});
