import { scenario } from '../../engine/check.js';
import { NotObserved, notAccepted } from '../../engine/errors.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { actionAlong, statusPathName, unfinishedPaths, unreadAlong } from '../../engine/world/status-paths.js';
import type { World } from '../../engine/world/world.js';
import { expectKept, expectNotBackwards, isKept } from './_kept.js';
import { type Rejectable, rejectableRequests } from './_rejectable.js';

/** Every kind of rejected request in every status that is not final. Those in one status are sent to one action, as long as it does not change. */
export default scenario('LIFECYCLE-15', {
  each: (world) =>
    unfinishedPaths(world).flatMap((path) => rejectableRequests(world).map((input) => ({ path, ...input }))),
  named: ({ path, says }) => `${says}, ${statusPathName(path)}`,
  given: (world, { path, control, valid }) =>
    world.shared.once(control === 'create' ? control : `${control}, ${statusPathName(path)}`, async (world) => {
      // A create needs no action.
      const id = control === 'create' ? '' : (await unreadAlong(world, path)).id;
      const { status, exchange } = await valid(world, id);
      if (status >= 300)
        throw notAccepted(`the valid request was not accepted: the status code is ${status}`, status, exchange);
    }),
  when: (world, _, input) => {
    const { path, send } = input;
    return withControlAction(world, {
      make: (own) => actionAlong(own, path),
      act: ({ id }) => afterRejection(world, id, send),
      expected: isKept,
      after: (read) => read,
      together: {
        kind: statusPathName(path),
        read: (read) => read,
        all: {
          input,
          uses: (one) => statusPathName(one.path) === statusPathName(path),
          send: async (own, id, one) => [await one.send(own, id)],
          seen: (_replies, after) => after,
        },
      },
    });
  },
  then: ({ seen, action, moved }) => (moved ? expectNotBackwards : expectKept)(seen, action),
});

/** Sends the request and reads the action. Other requirements, some of them a SHOULD, check that the request is rejected. */
async function afterRejection(world: World, id: string, send: Rejectable['send']): Promise<Reply> {
  const { status, exchange } = await send(world, id);
  if (status < 400)
    throw new NotObserved(`the invalid request was not rejected: the status code is ${status}`, exchange);
  return world.get(id);
}
