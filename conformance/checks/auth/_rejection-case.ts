import type { Case } from '../../engine/check.js';
import { scenario } from '../../engine/check.js';
import type { Send } from '../../engine/http/api.js';
import { exceptProgress, expectRejection, expectUnchanged } from '../../engine/judge/expect.js';
import { hasMoved, withControlAction } from '../../engine/world/control-action.js';
import type { World } from '../../engine/world/world.js';
import { callName, type OperationCall, requireWriterControl } from './_operations.js';

/** A case in which a caller sends operations that only the writer may perform. Each is rejected with the status and changes nothing. */
export function rejectionCase(
  id: Case['id'],
  caller: Pick<Send, 'as' | 'altered'>,
  status: number,
  operations: (world: World) => readonly OperationCall[],
): Case {
  return scenario(id, {
    each: operations,
    named: (call) => `${callName(call)}${caller.as ? ` as ${caller.as}` : ''}`,
    given: requireWriterControl,
    when: (world, _, { send }) =>
      withControlAction(world, {
        make: async (own) => own.read((await own.action()).id),
        act: async ({ id: actionId }) => ({
          replies: [await send(world, actionId, caller), await send(world, actionId, caller)],
          after: await world.get(actionId),
        }),
        expected: ({ after }, action) => !hasMoved(after, action),
        after: ({ after }) => after,
        together: {
          kind: 'new',
          read: ({ replies, after }) => (replies.every((reply) => reply.status >= 400) ? after : undefined),
        },
      }),
    then: ({ seen: { replies, after }, action, ...progress }) => {
      for (const reply of replies) expectRejection(reply, status);
      expectUnchanged(after, action, exceptProgress(progress));
    },
  });
}
