import { expectThat } from '../../engine/judge/expect.js';
import { createdResponse, hasServerMembers } from './_created-response.js';

/** CREATE-1 judges another status than 201; then a body need not be there. */
export default createdResponse(
  'CREATE-2',
  ({ json, exchange, notJson, text }) => {
    expectThat(hasServerMembers(json), {
      message: 'the body of the response to a create is not a securityAction',
      expected: 'a JSON object with the members of the action at the top level',
      at: '',
      received: notJson === undefined && json !== undefined ? json : text || 'an empty body',
      exchange,
    });
  },
  { isMine: ({ status, text }) => status === 201 || text !== '' },
);
