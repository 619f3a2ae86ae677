import { rule } from '../../engine/check.js';
import { expectHeader } from '../../engine/judge/expect.js';

const warning = String.raw`199 - "[^"/]*/[^"/]*/\d{3}/\d+(\.\d+)?"`;

export default rule('HTTP-11', {
  over: 'exchange',
  unseen: 'no 206 response was received',
  where: ({ reply }) => reply.status === 206,
  check: ({ reply }) => {
    const pattern = new RegExp(`^${warning}(\\s*,\\s*${warning})*$`);
    expectHeader(reply, 'Warning', { pattern, says: '199 - "{vendor}/{provider}/{status}/{milliseconds}"' });
  },
});
