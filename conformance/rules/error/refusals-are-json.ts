import { rule } from '../../kit/check.js';
import { expectHeader } from '../../kit/expect.js';

export default rule('ERROR-7', {
  over: 'error',
  check: ({ reply }) => {
    expectHeader(reply, 'Content-Type', { pattern: /^application\/json\s*(;|$)/i, says: 'application/json' });
  },
});
