import { scenario } from '../../engine/check.js';
import { expectUnchanged } from '../../engine/judge/expect.js';
import { actionAlong, statusPathName, unfinishedPaths } from '../../engine/world/status-paths.js';
import { cancelSuccessfully, readUntilFinished } from './_cancelling.js';

/** Reads an action with all writable properties from the cancel until it is finished, and after a second cancel. */
export default scenario('CANCEL-15', {
  each: unfinishedPaths,
  named: statusPathName,
  given: (world, path) => {
    const vendorInformation = { ...world.body().vendorInformation, providerVersion: '3.1', subProvider: 'Filter' };
    const parameters = [
      { name: 'IP', value: '192.0.2.17' },
      { name: 'Note', value: 'none' },
    ];
    return actionAlong(world, path, () => world.body({ vendorInformation, parameters }));
  },
  when: async (world, { id }) => {
    await cancelSuccessfully(world, id);
    const replies = await readUntilFinished(world, id);
    await world.cancel(id);
    return [...replies, await world.get(id)];
  },
  then: (replies, action) => {
    for (const reply of replies) expectUnchanged(reply, action, ['status', 'states']);
  },
});
