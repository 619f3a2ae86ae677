import { locateAction } from '../../engine/evidence/lenient.js';
import { preview } from '../../engine/evidence/preview.js';
import { member } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import { createdResponse } from './_created-response.js';

/** CREATE-2 judges where the action is in the body. */
export default createdResponse('CREATE-4', ({ json, exchange }) => {
  const id = member(locateAction(json).value, 'id');
  expectThat(typeof id === 'string' && id !== '', {
    expected: 'a non-empty string',
    received: preview(id),
    at: '/id',
    exchange,
  });
});
