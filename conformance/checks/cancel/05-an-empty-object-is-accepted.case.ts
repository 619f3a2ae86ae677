import { scenario } from '../../engine/check.js';
import { expectSuccess } from '../../engine/judge/expect.js';
import { statusPathName, unfinishedPaths } from '../../engine/world/status-paths.js';
import { cancelOnPath } from './_cancelling.js';

export default scenario('CANCEL-5', {
  each: unfinishedPaths,
  named: statusPathName,
  when: (world, _, path) => cancelOnPath(world, path, { body: {} }),
  then: expectSuccess,
});
