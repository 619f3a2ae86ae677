import { rule } from '../../engine/check.js';
import { expectHeader } from '../../engine/judge/expect.js';

export default rule('HTTP-9', {
  over: 'error',
  unseen: 'no 503 response was received',
  where: ({ reply }) => reply.status === 503,
  check: ({ reply }) => {
    expectHeader(reply, 'Retry-After');
  },
});
