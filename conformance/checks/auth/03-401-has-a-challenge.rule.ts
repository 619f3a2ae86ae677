import { rule } from '../../engine/check.js';
import { expectHeader } from '../../engine/judge/expect.js';

export default rule('AUTH-3', {
  over: 'error',
  where: ({ reply }) => reply.status === 401,
  check: ({ reply }) => {
    expectHeader(reply, 'WWW-Authenticate');
  },
});
