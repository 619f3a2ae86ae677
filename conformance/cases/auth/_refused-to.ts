import type { Case } from '../../kit/check.js';
import { scenario } from '../../kit/check.js';
import type { Identity } from '../../kit/exchange.js';
import { expectRefusal, expectUnchanged } from '../../kit/expect.js';
import { hasMoved, steadily } from '../../kit/steady.js';
import type { World } from '../../kit/world.js';
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
      steadily(world, {
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
