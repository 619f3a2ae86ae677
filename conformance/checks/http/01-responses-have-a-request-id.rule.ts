import { rule } from '../../engine/check.js';
import { expectHeader } from '../../engine/judge/expect.js';
import { isSlashRedirect } from '../../engine/judge/slash-redirect.js';

export default rule('HTTP-1', {
  over: 'exchange',
  where: ({ reply }) => !isSlashRedirect(reply),
  check: ({ reply }) => {
    expectHeader(reply, 'request-id');
  },
});
