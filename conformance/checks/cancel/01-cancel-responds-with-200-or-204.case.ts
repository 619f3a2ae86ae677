import { scenario } from '../../engine/check.js';
import { expectStatus } from '../../engine/judge/expect.js';
import { statusPathName, unfinishedPaths } from '../../engine/world/status-paths.js';
import { cancelOnPath } from './_cancelling.js';

/** Preferences that do not allow another status than 200 or 204. */
const preferences = [undefined, 'return=minimal', 'x-conformance'];

export default scenario('CANCEL-1', {
  each: (world) => unfinishedPaths(world).flatMap((path) => preferences.map((prefer) => ({ path, prefer }))),
  named: ({ path, prefer }) => `${statusPathName(path)}${prefer ? ` with Prefer: ${prefer}` : ''}`,
  when: (world, _, { path, prefer }) => cancelOnPath(world, path, prefer ? { headers: { prefer } } : {}),
  then: (reply) => expectStatus(reply, 200, 204),
});
