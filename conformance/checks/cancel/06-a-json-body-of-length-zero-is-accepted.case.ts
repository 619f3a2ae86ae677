import { scenario } from '../../engine/check.js';
import { expectSuccess } from '../../engine/judge/expect.js';
import { statusPathName, unfinished } from '../../engine/world/status-paths.js';
import { cancelOn } from './_cancelling.js';

export default scenario('CANCEL-6', {
  each: unfinished,
  named: statusPathName,
  when: (world, _, way) => cancelOn(world, way, { raw: '' }),
  then: expectSuccess,
});
