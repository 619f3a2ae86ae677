import { rule } from '../../kit/check.js';
import { expectHeader } from '../../kit/expect.js';

export default rule('HTTP-9', {
  over: 'error',
  unseen: 'no 503 was seen',
  where: ({ reply }) => reply.status === 503,
  check: ({ reply }) => {
    expectHeader(reply, 'Retry-After');
  },
});
