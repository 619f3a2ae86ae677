import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { statusPathName, unfinished, walk } from '../../engine/world/status-paths.js';
import type { World } from '../../engine/world/world.js';
import { expectKept, isKept } from './_kept.js';
import { type Refusable, refusables } from './_refusable.js';

/** Each kind of refusal in each status from which the action could still move; each request is sent twice. */
export default scenario('LIFECYCLE-15', {
  each: (world) => unfinished(world).flatMap((way) => refusables(world).map((input) => ({ way, ...input }))),
  named: ({ way, says }) => `${says}, ${statusPathName(way)}`,
  given: async (world, { way, valid }) => {
    const { status, exchange } = await valid(world, (await walk(world, way)).id);
    if (status >= 300) throw new Inconclusive(`the valid twin was not accepted, but answered with ${status}`, exchange);
  },
  when: (world, _, { way, send }) =>
    withControlAction(world, {
      make: () => walk(world, way),
      act: async ({ id }): Promise<readonly Reply[]> => [
        await refused(world, id, send),
        await refused(world, id, send),
      ],
      expected: (looks, action) => looks.every((look) => isKept(look, action)),
    }),
  then: ({ seen, action }) => {
    for (const look of seen) expectKept(look, action);
  },
});

/** Sends it and looks at the action; whether it ought to be refused is the business of other requirements. */
async function refused(world: World, id: string, send: Refusable['send']): Promise<Reply> {
  const { status, exchange } = await send(world, id);
  if (status < 400) throw new Inconclusive(`the request was not refused, but answered with ${status}`, exchange);
  return world.get(id);
}
