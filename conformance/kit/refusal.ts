import type { RequirementId } from '../../generated/requirements.js';
import type { Send } from './api.js';
import type { WritableBody } from './bodies.js';
import { expectRefusal, expectUnchanged } from './expect.js';
import { type InvalidFixture, invalidFixtures } from './fixtures.js';
import { member, type Reply } from './reply.js';
import { Undecided } from './violation.js';
import type { Action, World } from './world.js';

/** The answer to the defective request, and what a get shows of the action afterwards where the target keeps state. */
interface Refused {
  readonly reply: Reply;
  readonly after?: Reply;
  /** Members that the target itself may have moved meanwhile. */
  readonly mayDiffer?: readonly string[];
}

/** The parts of a case that plays the invalid fixtures of a requirement, each beside its valid twin. */
export function refusalScenario(id: RequirementId, wanted: (fixture: InvalidFixture) => boolean = () => true) {
  return {
    each: () => invalidFixtures(id).filter(wanted),
    named: (fixture: InvalidFixture) => fixture.says,
    /** A target that refuses everything refuses this for no reason of its own, so the valid twin has to be accepted first. */
    given: async (world: World, fixture: InvalidFixture): Promise<Action> => {
      const valid = twin(world, fixture);
      if (fixture.operation === 'create') return world.action({ body: valid });
      const reply = await world.update((await world.action()).id, valid);
      if (reply.status >= 300)
        throw new Undecided(`the valid twin was not accepted: PATCH was answered with ${reply.status}`, reply.exchange);
      const action = await world.action();
      return world.profile.class === 'stateful' ? world.read(action.id) : action;
    },
    when: async (world: World, action: Action, fixture: InvalidFixture): Promise<Refused> => {
      const { body, raw, contentType } = fixture.edited(twin(world, fixture));
      const send: Send = {
        defect: fixture.says,
        raw,
        ...(contentType && { headers: { 'content-type': contentType } }),
      };
      if (fixture.operation === 'create') return { reply: await world.create(body, send) };
      const reply = await world.update(action.id, body, send);
      if (world.profile.class === 'stateless') return { reply };
      const after = await world.get(action.id);
      const moved = member(after.body, 'status') !== action.status && (await world.movesByItself());
      return { reply, after, mayDiffer: moved ? ['status', 'states'] : [] };
    },
    then: ({ reply, after, mayDiffer }: Refused, action: Action, fixture: InvalidFixture): void => {
      expectRefusal(reply, ...fixture.status);
      if (after) expectUnchanged(after, action, mayDiffer);
    },
  };
}

/** The valid body with the target's own names; an update is not given members that it lacks. */
function twin(world: World, { operation, valid }: InvalidFixture): WritableBody {
  return operation === 'create' ? world.adapted(valid) : world.adaptedPatch(valid);
}
