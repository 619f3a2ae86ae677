import { scenario } from '../../engine/check.js';
import { expectStatus } from '../../engine/judge/expect.js';
import { statusPathName, unfinished } from '../../engine/world/status-paths.js';
import { cancelOn } from './_cancelling.js';

/** A preference for anything but `respond-async` makes no difference. */
const preferences = [undefined, 'return=minimal', 'x-conformance'];

export default scenario('CANCEL-1', {
  each: (world) => unfinished(world).flatMap((way) => preferences.map((prefer) => ({ way, prefer }))),
  named: ({ way, prefer }) => `${statusPathName(way)}${prefer ? ` with Prefer: ${prefer}` : ''}`,
  when: (world, _, { way, prefer }) => cancelOn(world, way, prefer ? { headers: { prefer } } : {}),
  then: (reply) => expectStatus(reply, 200, 204),
});
