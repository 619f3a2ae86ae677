import { scenario } from '../../kit/check.js';
import { expectThat } from '../../kit/expect.js';

export default scenario('CREATE-10', {
  given: async (world) => [await world.action(), await world.action(), await world.action()].map(({ id }) => id),
  when: async (world, ids) => {
    const listed = await world.eventually(
      async () => (await world.elements()).map(({ id }) => id),
      (seen) => ids.every((id) => seen.includes(id)),
    );
    return { listed };
  },
  then: ({ listed }, ids) => {
    for (const id of ids) {
      const received = `${listed.length} actions, and it is not among them`;
      expectThat(listed.includes(id), { expected: `the new action ${id} in the list`, received, at: '/value' });
    }
  },
});
