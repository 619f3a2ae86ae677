import { scenario } from '../../kit/check.js';
import { expectSuccess } from '../../kit/expect.js';
import { unfinished, wayName } from '../../kit/ways.js';
import { cancelOn } from './_cancelled.js';

/** Neither a body nor a word about its media type. */
export default scenario('CANCEL-4', {
  each: unfinished,
  named: wayName,
  when: (world, _, way) => cancelOn(world, way, { headers: { 'content-type': null } }),
  then: expectSuccess,
});
