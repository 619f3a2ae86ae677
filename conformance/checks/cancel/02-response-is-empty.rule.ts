import { rule } from '../../engine/check.js';
import { expectNoBody } from '../../engine/judge/expect.js';
import { isSuccessfulCancel } from './_successful-cancel.js';

export default rule('CANCEL-2', {
  over: 'exchange',
  where: isSuccessfulCancel,
  check: ({ reply }) => expectNoBody(reply),
});
