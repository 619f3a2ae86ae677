import { scenario } from '../../kit/check.js';
import { expectSuccess } from '../../kit/expect.js';
import { unfinished, wayName } from '../../kit/ways.js';
import { cancelOn } from './_cancelled.js';

export default scenario('CANCEL-6', {
  each: unfinished,
  named: wayName,
  when: (world, _, way) => cancelOn(world, way, { raw: '' }),
  then: expectSuccess,
});
