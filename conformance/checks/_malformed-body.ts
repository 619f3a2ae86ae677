import { type Case, scenario } from '../engine/check.js';
import { Inconclusive } from '../engine/errors.js';
import type { Reply } from '../engine/evidence/reply.js';
import { isSuccess } from '../engine/evidence/reply.js';
import { exceptProgress, expectRejection, expectThat, expectUnchanged } from '../engine/judge/expect.js';
import { refusalScenario } from '../engine/refusal.js';
import type { WritableBody } from '../engine/world/bodies.js';
import { hasMoved, withControlAction } from '../engine/world/control-action.js';
import type { InvalidFixture } from '../engine/world/fixtures/fixtures.js';
import { type Action, idOf, type World } from '../engine/world/world.js';
import {
  type Malformed,
  type MalformedGroup,
  malformedGroups,
  openBodies,
  type Place,
  shallow,
} from './_malformed-json.js';

type Operation = 'create' | 'update';

/** The responses to the malformed bodies of a group and, after a PATCH on a stateful target, the action before and after them. */
interface Seen {
  readonly replies: readonly Reply[];
  readonly before?: Action;
  readonly after?: Reply;
  readonly moved?: true;
}

/** A case that sends the invalid fixtures of a requirement, and all groups of malformed JSON beside a valid control of each. */
export function malformedRefusal(id: Case['id'], operation: Operation): Case {
  const fixtures = refusalScenario(id);
  type Input = InvalidFixture | MalformedGroup;
  return scenario<Seen | Awaited<ReturnType<typeof fixtures.when>>, readonly Malformed[] | undefined, Input>(id, {
    each: ({ profile }) => {
      const groups = malformedGroups.filter(({ needsStorage }) => !needsStorage || profile.class !== 'stateless');
      return [...fixtures.each(), ...groups];
    },
    named: (input) => (isGroup(input) ? `malformed JSON: ${input.name}` : fixtures.named(input)),
    given: async (world, input) => {
      if (isGroup(input)) return malformedBeside(world, operation, input);
      await fixtures.given(world, input);
      return undefined;
    },
    when: async (world, malformed = [], input) => {
      if (!isGroup(input)) return fixtures.when(world, undefined, input);
      return operation === 'create' ? { replies: await createAll(world, malformed) } : updateAll(world, malformed);
    },
    then: (seen, _, input) => {
      if ('reply' in seen) fixtures.then(seen, undefined, input as InvalidFixture);
      else expectAllRejected(seen, input as MalformedGroup);
    },
  });
}

/** A case that sends the bodies which RFC 8259 leaves open (decision 0048): only a server error is a failure. */
export function openBodiesCase(id: Case['id'], operation: Operation): Case {
  return scenario(id, {
    each: (world) => openBodies(bodyFor(world, operation, [secondPairs[0]])),
    named: ({ name }) => name,
    given: ({ shared }) => shared.once('action', (world) => world.action()),
    when: async (world, action, open) => {
      const isCreate = operation === 'create';
      const reply = await (isCreate ? createWith(world, open) : world.update(action.id, {}, sending(open)));
      const kept = reply.status < 300 && open.isDeep ? (isCreate ? idOf(reply) : action.id) : undefined;
      const { class: targetClass, features } = world.profile;
      if (kept !== undefined && targetClass === 'stateful' && features.update.offered)
        await world.update(kept, {}, { raw: shallow });
      return reply;
    },
    then: ({ status, exchange }) => {
      expectThat(isSuccess({ status }) || (status >= 400 && status < 500), {
        expected: 'a 2xx or 4xx status',
        received: `status ${status}`,
        at: 'status',
        exchange,
      });
    },
  });
}

function isGroup(input: InvalidFixture | MalformedGroup): input is MalformedGroup {
  return 'malformed' in input;
}

/** A body without `clientContext`, because it is sent several times and a target may reject a repeated one; decision 0012. */
function bodyFor(world: World, operation: Operation, second: Pairs): WritableBody {
  const { clientContext: _, ...body } = world.body();
  const parameters = [...(body.parameters ?? []), ...second];
  return operation === 'create' ? { ...body, parameters } : { parameters };
}

type Pairs = NonNullable<WritableBody['parameters']>;

/** What comes after the first pair, so that a comma stands between two: a target may reject a name that it does not know, or the same one again. */
const secondPairs = [
  { name: 'Note', value: '192.0.2.2' },
  { name: 'IP', value: '192.0.2.2' },
] as const;

/**
 * The malformed bodies of a group, after the target accepted the valid one: with an annotation if possible, otherwise without. Groups with
 * a valid body of one form have the same control.
 */
async function malformedBeside(
  world: World,
  operation: Operation,
  group: MalformedGroup,
): Promise<readonly Malformed[]> {
  const places: readonly Place[] = group.hasAnnotation ? ['annotation', 'reason'] : ['reason'];
  const form = places.map((place) => group.valid({ parameters: [] }, place)).join(' or ');
  const valid = await world.shared.once(`control ${form}`, async (own) => {
    let control: Reply | undefined;
    for (const second of [...secondPairs.map((pair) => [pair]), []]) {
      const body = bodyFor(own, operation, second);
      for (const place of places) {
        const valid = group.valid(body, place);
        control = await sendValid(own, operation, body, valid);
        if (control.status < 300) return valid;
      }
    }
    throw new Inconclusive(`the valid control was rejected with ${control?.status}`, control?.exchange);
  });
  // With a single pair, nothing stands between two.
  return group.malformed(valid).filter(({ raw }) => raw !== valid);
}

/** Sends a valid body. The controls of a case are sent to the same actions, because any of them may change these. */
async function sendValid(world: World, operation: Operation, body: WritableBody, raw: string): Promise<Reply> {
  if (operation === 'create') return world.create(body, { raw });
  const id = world.shared.take<string>('of a control') ?? (await world.action()).id;
  const reply = await world.update(id, body, { raw });
  world.shared.leave('of a control', id);
  return reply;
}

const sending = ({ name, raw }: Malformed) => ({ raw, defect: name });

function createWith(world: World, malformed: Malformed): Promise<Reply> {
  return world.create({}, sending(malformed));
}

function isRejected({ status }: Reply): boolean {
  return [400, 415, 422].includes(status);
}

/** Sends the bodies one after the other, up to the first that is not rejected. */
async function untilAccepted(
  malformed: readonly Malformed[],
  request: (one: Malformed) => Promise<Reply>,
): Promise<readonly Reply[]> {
  const replies: Reply[] = [];
  for (const one of malformed) {
    const reply = await request(one);
    replies.push(reply);
    if (!isRejected(reply)) break;
  }
  return replies;
}

function createAll(world: World, malformed: readonly Malformed[]): Promise<readonly Reply[]> {
  return untilAccepted(malformed, (one) => createWith(world, one));
}

/** Sends all bodies to one action, which none of them may change. */
async function updateAll(world: World, malformed: readonly Malformed[]): Promise<Seen> {
  const update = (id: string) => untilAccepted(malformed, (one) => world.update(id, {}, sending(one)));
  if (world.profile.class === 'stateless') return { replies: await update((await world.action()).id) };
  const { action, seen, moved } = await withControlAction(world, {
    make: async (own) => own.read((await own.action()).id),
    act: async ({ id }) => ({ replies: await update(id), after: await world.get(id) }),
    expected: ({ after }, before) => !hasMoved(after, before),
    after: ({ after }) => after,
    together: { kind: 'new', read: ({ replies, after }) => (replies.every(isRejected) ? after : undefined) },
  });
  return { ...seen, before: action, ...(moved && { moved }) };
}

function expectAllRejected({ replies, before, after, ...progress }: Seen, { isEncoded }: MalformedGroup): void {
  for (const reply of replies) expectRejection(reply, 400, ...(isEncoded ? [415] : []));
  if (before && after) expectUnchanged(after, before, exceptProgress(progress));
}
