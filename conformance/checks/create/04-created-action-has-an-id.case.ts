import { locateAction } from '../../engine/evidence/lenient.js';
import { preview } from '../../engine/evidence/preview.js';
import { member, type Reply } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import { createdResponse, hasServerMembers } from './_created-response.js';

/** CREATE-2 judges where the action is in the body. */
export default createdResponse(
  'CREATE-4',
  (reply) =>
    expectThat(hasId(reply), {
      expected: 'a non-empty string',
      received: preview(idIn(reply)),
      at: '/id',
      exchange: reply.exchange,
    }),
  { isWrong: (reply) => !hasId(reply), isMine: ({ json }) => hasServerMembers(locateAction(json).value) },
);

function idIn({ json }: Reply): unknown {
  return member(locateAction(json).value, 'id');
}

function hasId(reply: Reply): boolean {
  const id = idIn(reply);
  return typeof id === 'string' && id !== '';
}
