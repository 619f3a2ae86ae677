import { rule } from '../../kit/check.js';
import { expectHeader } from '../../kit/expect.js';

export default rule('AUTH-3', {
  over: 'error',
  where: ({ reply }) => reply.status === 401,
  check: ({ reply }) => {
    expectHeader(reply, 'WWW-Authenticate');
  },
});
