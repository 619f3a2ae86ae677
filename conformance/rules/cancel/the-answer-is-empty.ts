import { rule } from '../../kit/check.js';
import { expectNoBody } from '../../kit/expect.js';
import { isAccepted } from './_accepted.js';

export default rule('CANCEL-2', {
  over: 'exchange',
  where: isAccepted,
  check: ({ reply }) => expectNoBody(reply),
});
