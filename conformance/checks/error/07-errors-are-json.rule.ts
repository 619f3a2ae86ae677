import { rule } from '../../engine/check.js';
import { expectHeader } from '../../engine/judge/expect.js';

export default rule('ERROR-7', {
  over: 'error',
  check: ({ reply }) => {
    expectHeader(reply, 'Content-Type', { pattern: /^application\/json\s*(;|$)/i, says: 'application/json' });
  },
});
