import { scenario } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';
import { queryFor } from '../list/_own-actions.js';
import { concurrently, roundInputs, roundName } from './_rounds.js';

/** The list may be long, so the rounds read only their own actions where the target can leave out others. */
export default scenario('CREATE-10', {
  listsAll: true,
  each: roundInputs,
  named: roundName,
  given: async (world, roundNumber) => {
    const actionReason = world.text('Listed');
    const one = () => world.action({ body: world.body({ actionReason }) });
    const isRound = roundNumber !== undefined;
    const created = isRound ? await concurrently(world, one) : [await one(), await one(), await one()];
    return { ids: created.map(({ id }) => id), query: isRound ? queryFor(world, 'actionReason', actionReason) : {} };
  },
  when: async (world, { ids, query }) => {
    // The requirement allows the settle time. While other cases create, an action may be on a page that was already read.
    const listed = await world.eventually(
      async () => (await world.elements({ query })).map(({ id }) => id),
      (seen) => ids.every((id) => seen.includes(id)),
    );
    return { listed };
  },
  then: ({ listed }, { ids }) => {
    for (const id of ids) {
      const received = `a list of ${listed.length} actions without it`;
      expectThat(listed.includes(id), { expected: `the new action ${id} in the list`, received, at: '/value' });
    }
  },
});
