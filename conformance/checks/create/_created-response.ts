import type { Case } from '../../engine/check.js';
import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { isSuccess } from '../../engine/evidence/reply.js';
import { idOf } from '../../engine/world/world.js';
import { type BodyInput, fixtureInputs, inputName } from './_bodies.js';

/**
 * A case about the response to a create, for short and long bodies. A rejection makes it inconclusive, and so does the action of
 * the probe, unless `isWrong` says that the response is wrong whichever action it shows.
 */
export function createdResponse(
  id: Case['id'],
  judge: (reply: Reply) => void,
  isWrong: (reply: Reply) => boolean = () => false,
): Case {
  return scenario(id, {
    each: (world): readonly BodyInput[] => [
      ...fixtureInputs(world, ({ requirement }) =>
        ['CREATE-1', 'CREATE-32', 'CREATE-51', 'HTTP-13'].includes(requirement),
      ),
      { name: 'all members', body: world.body() },
    ],
    named: inputName,
    when: async (world, _, { body }) => {
      const reply = await world.create(body);
      // With another status, only an action shows that something was created.
      if (!isSuccess(reply) || (reply.status !== 201 && idOf(reply) === undefined))
        throw new Inconclusive(`the create: expected status 201, received ${reply.status}`, reply.exchange);
      if (idOf(reply) !== undefined && !isWrong(reply)) world.entity(reply);
      return reply;
    },
    then: judge,
  });
}
