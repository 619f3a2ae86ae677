import type { Case } from '../../engine/check.js';
import { scenario } from '../../engine/check.js';
import { expectStatus, expectSuccess } from '../../engine/judge/expect.js';
import type { World } from '../../engine/world/world.js';
import { type BodyInput, fixtureInputs, says } from './_bodies.js';
import { readBack } from './_create-and-read.js';

/**
 * A case in which creates have to be accepted: the valid fixtures that speak for the requirement, and further bodies; `status` where
 * not just any success will do. What the answer shows is for other inputs to judge, but without an action in it a status is no evidence.
 */
export function accepted(
  id: Case['id'],
  further: (world: World) => readonly BodyInput[] = () => [],
  ...status: readonly number[]
): Case {
  return scenario(id, {
    each: (world) => [...fixtureInputs(world, ({ requirement }) => requirement === id), ...further(world)],
    named: says,
    when: async (world, _, { body, contentType }) => {
      const reply = await world.create(body, contentType ? { headers: { 'content-type': contentType } } : {});
      if (reply.status < 200 || reply.status >= 300 || (status.length > 0 && !status.includes(reply.status)))
        return { reply };
      return { reply, read: await readBack(world, world.entity(reply, reply.status).id) };
    },
    then: ({ reply, read }) => {
      if (status.length > 0) expectStatus(reply, ...status);
      else expectSuccess(reply);
      if (read) expectStatus(read, 200, 206);
    },
  });
}
