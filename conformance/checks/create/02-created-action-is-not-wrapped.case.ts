import { member } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import { createdResponse } from './_created-response.js';

/** Members that only a server sets: a response that repeats the request has none of them at the top level. */
const serverMembers = ['id', 'status', 'createdDateTime'];

export default createdResponse('CREATE-2', ({ json, exchange, notJson, text }) => {
  expectThat(
    serverMembers.some((name) => member(json, name) !== undefined),
    {
      message: 'the body of the response to a create is not a securityAction',
      expected: 'a JSON object with the members of the action at the top level',
      at: '',
      received: notJson === undefined && json !== undefined ? json : text || 'an empty body',
      exchange,
    },
  );
});
