import type { Case } from '../../engine/check.js';
import { scenario } from '../../engine/check.js';
import type { Identity } from '../../engine/evidence/exchange.js';
import { expectRejection, expectUnchanged } from '../../engine/judge/expect.js';
import { hasMoved, withControlAction } from '../../engine/world/control-action.js';
import type { World } from '../../engine/world/world.js';
import { callName, type OperationCall, requireWriterControl } from './_operations.js';

/** A case in which an identity sends operations that only the writer may perform. Each is rejected with the status and changes nothing. */
export function rejectionCase(
  id: Case['id'],
  as: Identity,
  status: number,
  operations: (world: World) => readonly OperationCall[],
): Case {
  return scenario(id, {
    each: operations,
    named: (call) => `${callName(call)} as ${as}`,
    given: requireWriterControl,
    when: (world, _, { send }) =>
      withControlAction(world, {
        make: async () => world.read((await world.action()).id),
        act: async ({ id: actionId }) => ({
          replies: [await send(world, actionId, { as }), await send(world, actionId, { as })],
          after: await world.get(actionId),
        }),
        expected: ({ after }, action) => !hasMoved(after, action),
        inTurn: {
          kind: 'new',
          read: ({ replies, after }) => (replies.every((reply) => reply.status >= 400) ? after : undefined),
        },
      }),
    then: ({ seen: { replies, after }, action }) => {
      for (const reply of replies) expectRejection(reply, status);
      expectUnchanged(after, action);
    },
  });
}
