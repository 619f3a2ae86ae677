import { expectStatus } from '../../engine/judge/expect.js';
import { isPromised } from '../../engine/world/fixtures/fixtures.js';
import { acceptedUpdate } from './_accepted-update.js';

/** Every valid update fixture of a MUST. The cases of SHOULD requirements send the others. */
export default acceptedUpdate('UPDATE-1', isPromised, (reply) => expectStatus(reply, 200));
