import { rule } from '../../engine/check.js';
import { expectHeader } from '../../engine/judge/expect.js';

/** The requests that are answered so are those of the cases about GET on a cancel, PUT and DELETE, and of any other. */
export default rule('SURFACE-10', {
  over: 'error',
  where: ({ reply }) => reply.status === 405,
  unseen: 'no request was answered with 405',
  check: ({ reply }) => {
    expectHeader(reply, 'Allow');
  },
});
