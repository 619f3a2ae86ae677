import { scenario } from '../../engine/check.js';
import { expectUnchanged } from '../../engine/judge/expect.js';
import { statusPathName, unfinished, walk } from '../../engine/world/status-paths.js';
import { accepted, looksUntilTheEnd } from './_cancelling.js';

/** A full action, from the cancel to its end and after a second cancel. */
export default scenario('CANCEL-15', {
  each: unfinished,
  named: statusPathName,
  given: (world, way) => {
    const vendorInformation = { ...world.body().vendorInformation, providerVersion: '3.1', subProvider: 'Filter' };
    const parameters = [
      { name: 'IP', value: '192.0.2.17' },
      { name: 'Note', value: null },
    ];
    return walk(world, way, () => world.body({ vendorInformation, parameters }));
  },
  when: async (world, { id }) => {
    await accepted(world, id);
    const looks = await looksUntilTheEnd(world, id);
    await world.cancel(id);
    return [...looks, await world.get(id)];
  },
  then: (looks, action) => {
    for (const look of looks) expectUnchanged(look, action, ['status', 'states']);
  },
});
