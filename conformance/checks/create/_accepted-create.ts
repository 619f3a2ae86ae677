import type { Case } from '../../engine/check.js';
import { scenario } from '../../engine/check.js';
import { isSuccess } from '../../engine/evidence/reply.js';
import { expectStatus, expectSuccess } from '../../engine/judge/expect.js';
import type { World } from '../../engine/world/world.js';
import { type BodyInput, fixtureInputs, inputName } from './_bodies.js';
import { readCreated } from './_create-and-read.js';

/**
 * A case in which every create must be accepted. Its inputs are the valid fixtures of the requirement and the `further` bodies. Any 2xx
 * passes unless `status` is given. A status alone is no evidence, so the response must also contain an action.
 */
export function acceptedCreate(
  id: Case['id'],
  further: (world: World) => readonly BodyInput[] = () => [],
  ...status: readonly number[]
): Case {
  return scenario(id, {
    each: (world) => [...fixtureInputs(world, ({ requirement }) => requirement === id), ...further(world)],
    named: inputName,
    when: async (world, _, { body, contentType }) => {
      const reply = await world.create(body, contentType ? { headers: { 'content-type': contentType } } : {});
      if (!isSuccess(reply) || (status.length > 0 && !status.includes(reply.status))) return { reply };
      return { reply, read: await readCreated(world, world.entity(reply).id) };
    },
    then: ({ reply, read }) => {
      if (status.length > 0) expectStatus(reply, ...status);
      else expectSuccess(reply);
      if (read) expectSuccess(read);
    },
  });
}
