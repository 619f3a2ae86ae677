import { scenario } from '../../engine/check.js';
import { NotObserved } from '../../engine/errors.js';
import type { Reply } from '../../engine/evidence/reply.js';
import type { Send } from '../../engine/http/api.js';
import { expectUnchanged } from '../../engine/judge/expect.js';
import { hasMoved, withControlAction } from '../../engine/world/control-action.js';
import type { Action, World } from '../../engine/world/world.js';

/** A request about an action that has to be refused, though part of it could be carried out. */
interface Refusable {
  readonly what: string;
  readonly send: (world: World, action: Action) => Promise<Reply>;
  /** What the target has to offer. */
  readonly needs?: readonly ('update' | 'etag')[];
  /** Asks for an action that has come to its end. */
  readonly finished?: true;
}

const change = {
  name: 'Changed',
  actionReason: 'Changed by a refused request',
  parameters: [{ name: 'IP', value: '' }],
};

function patched(what: string, patch: object, send: Send = {}): Refusable {
  const needs = ['update'] as const;
  return { what, needs, send: (world, { id }) => world.update(id, patch, { defect: what, ...send }) };
}

function cancelled(what: string, send: Send & { readonly body?: unknown }): Refusable {
  return { what, send: (world, { id }) => world.cancel(id, { defect: what, ...send }) };
}

const stale: Refusable = {
  what: 'a PATCH for another version',
  needs: ['update', 'etag'],
  send: (world, { id }) => world.update(id, change, { headers: { 'if-match': '"no-such-version"' } }),
};

const unlawful: Refusable = {
  what: 'a PATCH with a status that the action cannot take any more',
  needs: ['update'],
  finished: true,
  send: (world, { id }) => world.update(id, { ...change, status: 'Running' }),
};

const refusable: readonly Refusable[] = [
  patched('a PATCH of which the last member is invalid', { ...change, clientContext: 'x'.repeat(257) }),
  patched('a PATCH of which the first member is invalid', {
    parameters: 'none',
    name: 'Changed',
    actionReason: 'Changed',
  }),
  patched('a PATCH of which the last pair is invalid', {
    ...change,
    parameters: [...change.parameters, { value: 'x' }],
  }),
  patched('a PATCH of which the vendor is invalid', {
    ...change,
    vendorInformation: { vendor: 'Changed', provider: 5 },
  }),
  patched('a PATCH to a status that does not exist', { ...change, status: 'Done' }),
  patched('a PATCH without a token', change, { as: 'anonymous' }),
  patched('a PATCH with an altered token', change, { altered: true }),
  patched('a PATCH that is cut short', {}, { raw: '{"name":"Changed","actionReason":"Changed"' }),
  patched('a PATCH in a media type other than JSON', change, { headers: { 'content-type': 'text/plain' } }),
  stale,
  unlawful,
  cancelled('a cancel without a token', { as: 'anonymous' }),
  cancelled('a cancel with an altered token', { altered: true }),
  cancelled('a cancel with a body that is cut short', { raw: '{"' }),
  cancelled('a cancel with a body in another media type', {
    raw: '<cancel/>',
    headers: { 'content-type': 'text/xml' },
  }),
];

export default scenario('ERROR-8', {
  each: ({ profile }) => refusable.filter(({ needs = [] }) => needs.every((need) => profile.features[need].offered)),
  named: ({ what }) => what,
  given: async (world, { needs = [] }) => {
    if (needs.includes('update')) world.entity(await world.update((await world.action()).id, change), 200);
  },
  when: (world, _, { what, send, finished }) =>
    withControlAction(world, {
      make: async () => world.read((finished ? await world.finalAction() : await world.action()).id),
      act: async (action) => {
        const { status, exchange } = await send(world, action);
        if (status < 400) throw new NotObserved(`${what} was not refused but answered with ${status}`, exchange);
        return world.get(action.id);
      },
      expected: (after, action) => !hasMoved(after, action),
    }),
  then: ({ seen, action }) => expectUnchanged(seen, action),
});
