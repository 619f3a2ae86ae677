import type { RequirementId } from '../../generated/requirements.js';
import { instant, millisecond } from '../model/instant.js';
import { notAccepted } from './errors.js';
import type { Reply } from './evidence/reply.js';
import type { Send } from './http/api.js';
import { exceptProgress, expectRejection, expectUnchanged } from './judge/expect.js';
import type { WritableBody } from './world/bodies.js';
import { hasMoved, withControlAction } from './world/control-action.js';
import { type InvalidFixture, invalidFixtures } from './world/fixtures/fixtures.js';
import type { Action, World } from './world/world.js';

/** The response to the invalid request and, on a stateful target, the action before and after it. */
interface Refused {
  readonly reply: Reply;
  readonly before?: Action;
  readonly after?: Reply;
  readonly moved?: true;
}

/** The parts of a case that sends the invalid fixtures of a requirement, each beside its valid control. */
export function refusalScenario(id: RequirementId, wanted: (fixture: InvalidFixture) => boolean = () => true) {
  return {
    each: () => invalidFixtures(id).filter(wanted),
    named: (fixture: InvalidFixture) => fixture.says,
    /** The control is accepted first, once for all inputs with the same: on a target that rejects everything, a rejection says nothing. */
    given: (world: World, fixture: InvalidFixture): Promise<void> => {
      const valid = control(world, fixture);
      return world.shared.once(JSON.stringify(valid), async (world) => {
        const action = await world.action(fixture.operation === 'create' ? { body: valid } : {});
        if (fixture.operation === 'create') return;
        const reply = await world.update(action.id, completedAfter(action, valid));
        if (reply.status >= 300)
          throw notAccepted(
            `the valid control was not accepted: PATCH responded with ${reply.status}`,
            reply.status,
            reply.exchange,
          );
      });
    },
    when: async (world: World, _: unknown, fixture: InvalidFixture): Promise<Refused> => {
      if (fixture.operation === 'create') return { reply: await sendInvalid(world, fixture) };
      if (world.profile.class === 'stateless')
        return { reply: await sendInvalid(world, fixture, (await world.action()).id) };
      const { action, seen, moved } = await withControlAction(world, {
        make: async (own) => own.read((await own.action()).id),
        act: async ({ id }) => ({ reply: await sendInvalid(world, fixture, id), after: await world.get(id) }),
        expected: ({ after }, before) => !hasMoved(after, before),
        after: ({ after }) => after,
        together: {
          kind: 'new',
          read: ({ reply, after }) => (reply.status >= 400 ? after : undefined),
          all: {
            input: fixture,
            // The case may have inputs of another kind.
            uses: (one) => 'edited' in one && one.operation === 'update',
            send: async (own, id, one) => [await sendInvalid(own, one, id)],
            seen: (replies, after) => ({ reply: replies[0] as Reply, after }),
          },
        },
      });
      return { ...seen, before: action, ...(moved && { moved }) };
    },
    then: ({ reply, before, after, ...progress }: Refused, _: unknown, fixture: InvalidFixture): void => {
      expectRejection(reply, ...fixture.status);
      if (before && after) expectUnchanged(after, before, exceptProgress(progress));
    },
  };
}

/** The patch with a date of completion that is just after the creation of the action: a target may reject one before it. */
function completedAfter({ createdDateTime }: Action, patch: WritableBody): WritableBody {
  const created = instant(createdDateTime);
  if (patch.completedDateTime === undefined || created === undefined) return patch;
  return { ...patch, completedDateTime: new Date(Number(created / millisecond) + 1).toISOString() };
}

/** Sends the invalid body, to the action with this id if it is an update. */
function sendInvalid(world: World, fixture: InvalidFixture, id = ''): Promise<Reply> {
  const { body, raw, contentType } = fixture.edited(control(world, fixture));
  const send: Send = { defect: fixture.says, raw, ...(contentType && { headers: { 'content-type': contentType } }) };
  return fixture.operation === 'create' ? world.create(body, send) : world.update(id, body, send);
}

/** The valid body with the target's own names; no property is added to an update. */
function control(world: World, { operation, valid }: InvalidFixture): WritableBody {
  return operation === 'create' ? world.adapted(valid) : world.adaptedPatch(valid);
}
