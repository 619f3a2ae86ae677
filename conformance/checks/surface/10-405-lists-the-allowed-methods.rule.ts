import { rule } from '../../engine/check.js';
import { expectHeader } from '../../engine/judge/expect.js';

/** The cases about GET on a cancel URL, PUT and DELETE send such requests, among others. */
export default rule('SURFACE-10', {
  over: 'error',
  where: ({ reply }) => reply.status === 405,
  unseen: 'no 405 response was received',
  check: ({ reply }) => {
    expectHeader(reply, 'Allow');
  },
});
