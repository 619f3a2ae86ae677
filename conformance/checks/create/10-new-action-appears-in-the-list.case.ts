import { scenario } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';
import { elementsOf } from '../../engine/world/world.js';
import { concurrently, roundInputs, roundName } from './_rounds.js';

export default scenario('CREATE-10', {
  listsAll: true,
  each: roundInputs,
  named: roundName,
  given: async (world, roundNumber) => {
    const one = () => world.action();
    const created =
      roundNumber === undefined ? [await one(), await one(), await one()] : await concurrently(world, one);
    return created.map(({ id }) => id);
  },
  when: async (world, ids) => {
    // The requirement allows the settle time. While other cases create, an action may be on a page that was already read.
    const listed = await world.eventually(
      async () => elementsOf(await world.recentPages({}, ids)).map(({ id }) => id),
      (seen) => ids.every((id) => seen.includes(id)),
    );
    return { listed };
  },
  then: ({ listed }, ids) => {
    for (const id of ids) {
      const received = `a list of ${listed.length} actions without it`;
      expectThat(listed.includes(id), { expected: `the new action ${id} in the list`, received, at: '/value' });
    }
  },
});
