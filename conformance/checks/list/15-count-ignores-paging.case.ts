import { scenario } from '../../engine/check.js';
import { counted, expectCount } from './_count.js';
import { listed, ownActions } from './_own-actions.js';

export default scenario('LIST-15', {
  given: async (world) => {
    const mine = await ownActions(world, 3);
    await listed(mine, world);
    return mine;
  },
  when: async (world, { query }) => {
    const skips: Readonly<Record<string, string>>[] = world.profile.features.skip.offered
      ? [{ $skip: '1' }, { $top: '1', $skip: '1' }, { $skip: '4' }]
      : [];
    return Promise.all([{ $top: '1' }, { $top: '2' }, ...skips].map((options) => counted(world, query, options)));
  },
  then: (seen) => seen.forEach(expectCount),
});
