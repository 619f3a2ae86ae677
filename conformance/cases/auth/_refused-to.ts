import type { Case } from '../../kit/check.js';
import { scenario } from '../../kit/check.js';
import type { Identity } from '../../kit/exchange.js';
import { expectRefusal, expectUnchanged } from '../../kit/expect.js';
import type { World } from '../../kit/world.js';
import { afterwards } from './_afterwards.js';
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
    given: async (world, attempt) => world.read((await allowedToTheWriter(world, attempt)).id),
    when: async (world, action, { send }) => ({
      replies: [await send(world, action.id, { as }), await send(world, action.id, { as })],
      ...(await afterwards(world, action)),
    }),
    then: ({ replies, after, mayDiffer }, action) => {
      for (const reply of replies) expectRefusal(reply, status);
      expectUnchanged(after, action, mayDiffer);
    },
  });
}
