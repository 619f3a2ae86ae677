import { scenario } from '../../engine/check.js';
import { expectCount, listWithCount } from './_count.js';
import { createOwnActions, waitUntilListed } from './_own-actions.js';

export default scenario('LIST-15', {
  given: async (world) => {
    const own = await createOwnActions(world, 3);
    await waitUntilListed(own, world);
    return own;
  },
  when: async (world, { query }) => {
    const skips: Readonly<Record<string, string>>[] = world.profile.features.skip.offered
      ? [{ $skip: '1' }, { $top: '1', $skip: '1' }, { $skip: '4' }]
      : [];
    return listWithCount(world, query, [{ $top: '1' }, { $top: '2' }, ...skips]);
  },
  then: (seen) => seen.forEach(expectCount),
});
