import { scenario } from '../../engine/check.js';
import { expectSuccess } from '../../engine/judge/expect.js';
import { unfinished, wayName } from '../../engine/world/status-paths.js';
import { cancelOn } from './_cancelled.js';

/** Neither a body nor a word about its media type. */
export default scenario('CANCEL-4', {
  each: unfinished,
  named: wayName,
  when: (world, _, way) => cancelOn(world, way, { headers: { 'content-type': null } }),
  then: expectSuccess,
});
