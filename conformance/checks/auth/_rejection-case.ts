import type { Case } from '../../engine/check.js';
import { scenario } from '../../engine/check.js';
import type { Identity } from '../../engine/evidence/exchange.js';
import { expectRefusal, expectUnchanged } from '../../engine/judge/expect.js';
import { hasMoved, withControlAction } from '../../engine/world/control-action.js';
import type { World } from '../../engine/world/world.js';
import { type Attempt, allowedToTheWriter } from './_operations.js';

/** A case in which one identity attempts operations that the writer may do, is refused with the status each time, and changes nothing. */
export function refusedTo(
  id: Case['id'],
  as: Identity,
  status: number,
  attempts: (world: World) => readonly Attempt[],
): Case {
  return scenario(id, {
    each: attempts,
    named: ({ name }) => `${name} as ${as}`,
    given: allowedToTheWriter,
    when: (world, _, { send }) =>
      withControlAction(world, {
        make: async () => world.read((await world.action()).id),
        act: async ({ id: about }) => ({
          replies: [await send(world, about, { as }), await send(world, about, { as })],
          after: await world.get(about),
        }),
        expected: ({ after }, action) => !hasMoved(after, action),
      }),
    then: ({ seen: { replies, after }, action }) => {
      for (const reply of replies) expectRefusal(reply, status);
      expectUnchanged(after, action);
    },
  });
}
