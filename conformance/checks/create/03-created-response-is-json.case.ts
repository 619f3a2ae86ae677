import { expectHeader } from '../../engine/judge/expect.js';
import { createdResponse } from './_created-response.js';

export default createdResponse(
  'CREATE-3',
  (reply) => {
    expectHeader(reply, 'Content-Type', { pattern: /^application\/json\s*(?:;|$)/i, says: 'application/json' });
  },
  { isMine: ({ text }) => text !== '' },
);
