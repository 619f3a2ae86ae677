import { scenario } from '../../engine/check.js';
import { expectSuccess } from '../../engine/judge/expect.js';
import { statusPathName, unfinished } from '../../engine/world/status-paths.js';
import { cancelOn } from './_cancelling.js';

/** Neither a body nor a word about its media type. */
export default scenario('CANCEL-4', {
  each: unfinished,
  named: statusPathName,
  when: (world, _, way) => cancelOn(world, way, { headers: { 'content-type': null } }),
  then: expectSuccess,
});
