import { scenario } from '../../engine/check.js';
import { expectCount, listWithCount } from './_count.js';
import { createOwnActions, filterLiteral, waitUntilListed } from './_own-actions.js';

/** Counts three matches, no matches (if the target supports `$filter`), and all actions. */
export default scenario('LIST-14', {
  listsAll: true,
  given: async (world) => {
    const own = await createOwnActions(world, 3);
    await waitUntilListed(own, world);
    return own;
  },
  when: async (world, { query, text, isolated }) => {
    const none = { $filter: `clientContext eq ${filterLiteral(`${text}0`)}` };
    const seen = [...(await listWithCount(world, query)), ...(await listWithCount(world, {}))];
    return isolated ? [...seen, ...(await listWithCount(world, none))] : seen;
  },
  then: (seen) => seen.forEach(expectCount),
});
