import { scenario } from '../../engine/check.js';
import { NotObserved } from '../../engine/errors.js';
import type { Reply } from '../../engine/evidence/reply.js';
import type { Send } from '../../engine/http/api.js';
import { exceptProgress, expectUnchanged } from '../../engine/judge/expect.js';
import { hasMoved, type Performed, withControlAction } from '../../engine/world/control-action.js';
import type { Action, World } from '../../engine/world/world.js';
import { changedIn, exceptOwnProgress, expectNoChange, type ReadAfter, readAfter } from '../_changed.js';
import { expectSamePlaces, type Places, placesAround } from '../_place-in-list.js';

/** A request about an action that must be rejected although a part of it is valid. */
interface InvalidRequest {
  readonly name: string;
  readonly send: (world: World, action: Pick<Action, 'id'>) => Promise<Reply>;
  /** The features that the target must support. */
  readonly needs?: readonly ('update' | 'etag')[];
  /** True if the request is about a finished action. */
  readonly finished?: true;
  /** True if the place of the action in the list is compared. */
  readonly inList?: true;
}

const change = {
  name: 'Changed',
  actionReason: 'Changed by a rejected request',
  parameters: [{ name: 'IP', value: '' }],
};

function invalidPatch(name: string, patch: object, send: Send = {}): InvalidRequest {
  const needs = ['update'] as const;
  return { name, needs, send: (world, { id }) => world.update(id, patch, { defect: name, ...send }) };
}

function invalidCancel(name: string, send: Send & { readonly body?: unknown }): InvalidRequest {
  return { name, send: (world, { id }) => world.cancel(id, { defect: name, ...send }) };
}

const staleVersion: InvalidRequest = {
  name: 'PATCH for another version',
  needs: ['update', 'etag'],
  send: (world, { id }) => world.update(id, change, { headers: { 'if-match': '"no-such-version"' } }),
};

const forbiddenTransition: InvalidRequest = {
  name: 'PATCH with a forbidden transition',
  needs: ['update'],
  finished: true,
  send: (world, { id }) => world.update(id, { ...change, status: 'Running' }),
};

const invalidRequests: readonly InvalidRequest[] = [
  invalidPatch('PATCH whose last property is invalid', { ...change, clientContext: 'x'.repeat(257) }),
  invalidPatch('PATCH whose first property is invalid', {
    parameters: 'none',
    name: 'Changed',
    actionReason: 'Changed',
  }),
  invalidPatch('PATCH whose last pair is invalid', {
    ...change,
    parameters: [...change.parameters, { value: 'x' }],
  }),
  invalidPatch('PATCH whose vendorInformation is invalid', {
    ...change,
    vendorInformation: { vendor: 'Changed', provider: 5 },
  }),
  invalidPatch('PATCH with an unknown status', { ...change, status: 'Done' }),
  invalidPatch('PATCH without a token', change, { as: 'anonymous' }),
  invalidPatch('PATCH with an altered token', change, { altered: true }),
  invalidPatch('PATCH with truncated JSON', {}, { raw: '{"name":"Changed","actionReason":"Changed"' }),
  invalidPatch('PATCH with another media type than JSON', change, { headers: { 'content-type': 'text/plain' } }),
  staleVersion,
  forbiddenTransition,
  invalidCancel('cancel without a token', { as: 'anonymous' }),
  invalidCancel('cancel with an altered token', { altered: true }),
  invalidCancel('cancel with truncated JSON', { raw: '{"' }),
  invalidCancel('cancel with another media type than JSON', {
    raw: '<cancel/>',
    headers: { 'content-type': 'text/xml' },
  }),
];

/** The requests after which the list is read, too. */
const moves: ReadonlySet<string> = new Set([
  'PATCH whose last property is invalid',
  'PATCH without a token',
  forbiddenTransition.name,
  'cancel without a token',
]);

function inList(request: InvalidRequest): InvalidRequest {
  return { ...request, name: `${request.name}, in the list`, inList: true };
}

export default scenario('ERROR-8', {
  listsAll: true,
  each: ({ profile }) =>
    [...invalidRequests, ...invalidRequests.filter(({ name }) => moves.has(name)).map(inList)].filter(
      ({ needs = [] }) => needs.every((need) => profile.features[need].offered),
    ),
  named: ({ name }) => name,
  given: async (world, { needs = [] }) => {
    if (needs.includes('update'))
      await world.shared.once('PATCH', async (world) => world.updated((await world.action()).id, change));
  },
  when: async (world, _, input): Promise<{ readonly places: Places } | Performed<Action, ReadAfter>> => {
    const { name, send, finished, inList: isPlace } = input;
    return isPlace
      ? place(world, { name, send })
      : withControlAction(world, {
          make: async (own) => own.read((finished ? await own.finalAction() : await own.action()).id),
          act: async (action) => {
            await sendRejected(world, { name, send }, action.id);
            return readAfter(world, action);
          },
          // Dates, too: a target that moves actions by itself may have changed them, and then the control action shows it.
          expected: (seen, action) => !hasMoved(seen.after, action) && changedIn(seen, action).length === 0,
          after: ({ after }) => after,
          together: {
            kind: finished ? 'finished' : 'new',
            read: ({ after }) => after,
            all: {
              input,
              uses: (one) => !one.inList && one.finished === finished,
              send: async (own, id, one) => [await one.send(own, { id })],
              seen: (_replies, after) => ({ after, changing: [] }),
            },
          },
        });
  },
  then: (performed) => {
    if ('places' in performed) return expectSamePlaces(performed.places);
    const { seen, action, moved } = performed;
    expectUnchanged(seen.after, action, exceptProgress(performed));
    expectNoChange(moved ? exceptOwnProgress(seen) : seen, action, 'a rejected request');
  },
});

/** A rejected request about a finished action, which must keep its place in the list. */
async function place(world: World, { name, send }: InvalidRequest): Promise<{ readonly places: Places }> {
  return { places: await placesAround(world, (id) => sendRejected(world, { name, send }, id)) };
}

async function sendRejected(world: World, { name, send }: InvalidRequest, id: string): Promise<void> {
  const { status, exchange } = await send(world, { id });
  if (status < 400) throw new NotObserved(`the target does not reject ${name}: it responds with ${status}`, exchange);
}
