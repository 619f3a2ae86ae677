import { rule } from '../../engine/check.js';
import { expectHeader } from '../../engine/judge/expect.js';

export default rule('HTTP-1', {
  over: 'exchange',
  check: ({ reply }) => {
    expectHeader(reply, 'request-id');
  },
});
