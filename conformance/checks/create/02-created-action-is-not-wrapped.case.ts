import { member } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import { answered } from './_created-response.js';

/** Members that only a server writes: an answer that repeats the request has none of them at its top. */
const servers = ['id', 'status', 'createdDateTime'];

export default answered('CREATE-2', ({ body, exchange, notJson, text }) => {
  expectThat(
    servers.some((name) => member(body, name) !== undefined),
    {
      message: 'the body of the 201 is not a securityAction',
      expected: 'a JSON object with the members of the action at its top',
      received: notJson === undefined && body !== undefined ? body : text || 'an empty body',
      exchange,
    },
  );
});
