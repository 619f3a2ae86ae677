import type { Case } from '../../engine/check.js';
import { scenario } from '../../engine/check.js';
import { Inconclusive, NotObserved } from '../../engine/errors.js';
import { isSuccess, member, type Reply } from '../../engine/evidence/reply.js';
import { idOf } from '../../engine/world/world.js';
import { type BodyInput, fixtureInputs, inputName } from './_bodies.js';

/** Members that only a server sets: a response that repeats the request has none of them at the top level. */
const serverMembers = ['id', 'status', 'createdDateTime'];

export function hasServerMembers(value: unknown): boolean {
  return serverMembers.some((name) => member(value, name) !== undefined);
}

interface Judged {
  /** Says that a response is wrong whichever action it shows. */
  readonly isWrong?: (reply: Reply) => boolean;
  /** False for a response that creates what `Location` names, and that another requirement judges. */
  readonly isMine?: (reply: Reply) => boolean;
}

/**
 * A case about the response to a create, for short and long bodies. A rejection makes it inconclusive, and so does the action of
 * the probe in a response that is not wrong in any case.
 */
export function createdResponse(
  id: Case['id'],
  judge: (reply: Reply) => void,
  { isWrong = () => false, isMine = () => true }: Judged = {},
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
      if (idOf(reply) !== undefined && !isMine(reply))
        throw new NotObserved('the response shows no action, which CREATE-1 or CREATE-2 judges', reply.exchange);
      if (idOf(reply) !== undefined && !isWrong(reply)) world.entity(reply);
      return reply;
    },
    then: judge,
  });
}
