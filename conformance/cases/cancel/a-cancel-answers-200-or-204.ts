import { scenario } from '../../kit/check.js';
import { expectStatus } from '../../kit/expect.js';
import { unfinished, wayName } from '../../kit/ways.js';
import { cancelOn } from './_cancelled.js';

export default scenario('CANCEL-1', {
  each: unfinished,
  named: wayName,
  when: (world, _, way) => cancelOn(world, way),
  then: (reply) => expectStatus(reply, 200, 204),
});
