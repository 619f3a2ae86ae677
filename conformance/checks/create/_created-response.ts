import type { Case } from '../../engine/check.js';
import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { member, type Reply } from '../../engine/evidence/reply.js';
import { type BodyInput, fixtureInputs, says } from './_bodies.js';

/** A case about the answer to a create, for short and long bodies. Only a 201 is judged, and not one that the probe got too. */
export function answered(id: Case['id'], judge: (reply: Reply) => void): Case {
  return scenario(id, {
    each: (world): readonly BodyInput[] => [
      ...fixtureInputs(world, ({ requirement }) =>
        ['CREATE-1', 'CREATE-32', 'CREATE-51', 'HTTP-13'].includes(requirement),
      ),
      { says: 'all members', body: world.body() },
    ],
    named: says,
    when: async (world, _, { body }) => {
      const reply = await world.create(body);
      if (reply.status !== 201) throw new Inconclusive(`the create was answered with ${reply.status}`, reply.exchange);
      const id = member(reply.body, 'id');
      if (typeof id === 'string' && id !== '') world.entity(reply, 201);
      return reply;
    },
    then: judge,
  });
}
