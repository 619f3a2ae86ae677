import { expectHeader } from '../../engine/judge/expect.js';
import { answered } from './_created-response.js';

export default answered('CREATE-3', (reply) => {
  expectHeader(reply, 'Content-Type', { pattern: /^application\/json\s*(?:;|$)/i, says: 'application/json' });
});
