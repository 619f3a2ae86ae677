import { scenario } from '../../kit/check.js';
import { expectThat } from '../../kit/expect.js';
import { member } from '../../kit/reply.js';
import { Undecided } from '../../kit/violation.js';

/** One after the other and at the same time: ids made from a clock or a count of what is there repeat only then. */
export default scenario('CREATE-5', {
  when: async (world) => {
    const one = async () => {
      const { status, body, exchange } = await world.create(world.body());
      const id = member(body, 'id');
      if (status !== 201 || typeof id !== 'string') throw new Undecided('a create gave no action with an id', exchange);
      return { id, exchange };
    };
    return [await one(), await one(), await one(), ...(await Promise.all([one(), one(), one(), one(), one()]))];
  },
  then: (all) => {
    const ids = new Set<string>();
    for (const { id, exchange } of all) {
      expectThat(!ids.has(id), { expected: 'an id that no other action has', received: id, at: '/id', exchange });
      ids.add(id);
    }
  },
});
