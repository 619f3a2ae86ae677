import { rule } from '../../kit/check.js';
import { expectHeader } from '../../kit/expect.js';

export default rule('HTTP-1', {
  over: 'exchange',
  check: ({ reply }) => {
    expectHeader(reply, 'request-id');
  },
});
