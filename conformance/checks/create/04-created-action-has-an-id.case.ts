import { member } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import { createdResponse } from './_created-response.js';

export default createdResponse('CREATE-4', ({ body, exchange }) => {
  const id = member(body, 'id');
  expectThat(typeof id === 'string' && id !== '', {
    expected: 'a non-empty string',
    received: id,
    at: '/id',
    exchange,
  });
});
