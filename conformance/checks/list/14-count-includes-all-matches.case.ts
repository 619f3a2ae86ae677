import { scenario } from '../../engine/check.js';
import { counted, expectCount } from './_count.js';
import { listed, ownActions, quoted } from './_own-actions.js';

/** Three matches, none (where the target filters), and everything there is. */
export default scenario('LIST-14', {
  given: async (world) => {
    const mine = await ownActions(world, 3);
    await listed(mine, world);
    return mine;
  },
  when: async (world, { query, text, alone }) => {
    const none = { $filter: `clientContext eq ${quoted(`${text}0`)}` };
    const seen = [await counted(world, query), await counted(world, {})];
    return alone ? [...seen, await counted(world, none)] : seen;
  },
  then: (seen) => seen.forEach(expectCount),
});
