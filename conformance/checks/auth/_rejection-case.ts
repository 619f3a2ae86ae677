import type { Case } from '../../engine/check.js';
import { scenario } from '../../engine/check.js';
import type { Send } from '../../engine/http/api.js';
import { exceptProgress, expectRejection, expectUnchanged } from '../../engine/judge/expect.js';
import { hasMoved, withControlAction } from '../../engine/world/control-action.js';
import type { World } from '../../engine/world/world.js';
import { addressedId, callName, forAll, newAction, type OperationCall, requireWriterControl } from './_operations.js';

/**
 * A case in which a caller sends operations that only the writer may perform. Each is rejected with the status, and an update or a cancel
 * changes nothing.
 */
export function rejectionCase(
  id: Case['id'],
  caller: Pick<Send, 'as' | 'altered'>,
  status: number,
  operations: (world: World) => readonly OperationCall[],
): Case {
  return scenario(id, {
    inTurn: true,
    each: operations,
    named: (call) => `${callName(call)}${caller.as ? ` as ${caller.as}` : ''}`,
    given: requireWriterControl,
    when: async (world, _, { name, says, send }) => {
      const repliesFor = async (actionId: string) => {
        const first = await send(world, actionId, caller);
        // A target that rejects only the first request does so at the other addresses of an operation, too.
        return says === undefined ? [first, await send(world, actionId, caller)] : [first];
      };
      if (name !== 'update' && name !== 'cancel') return { replies: await repliesFor(await addressedId(world, name)) };
      const changed = await withControlAction(world, {
        make: newAction,
        act: async ({ id: actionId }) => ({ replies: await repliesFor(actionId), after: await world.get(actionId) }),
        expected: ({ after }, action) => !hasMoved(after, action),
        after: ({ after }) => after,
        together: {
          kind: forAll,
          read: ({ replies, after }) => (replies.every((reply) => reply.status >= 400) ? after : undefined),
        },
      });
      return { replies: changed.seen.replies, changed };
    },
    then: ({ replies, changed }) => {
      for (const reply of replies) expectRejection(reply, status);
      if (!changed) return;
      const { seen, action, ...progress } = changed;
      expectUnchanged(seen.after, action, exceptProgress(progress));
    },
  });
}
