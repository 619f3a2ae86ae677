import { scenario } from '../../engine/check.js';
import { expectSuccess } from '../../engine/judge/expect.js';
import { statusPathName, unfinishedPaths } from '../../engine/world/status-paths.js';
import { cancelOnPath } from './_cancelling.js';

/** Sends neither a body nor a Content-Type header. */
export default scenario('CANCEL-4', {
  each: unfinishedPaths,
  named: statusPathName,
  when: (world, _, path) => cancelOnPath(world, path, { headers: { 'content-type': null } }),
  then: expectSuccess,
});
