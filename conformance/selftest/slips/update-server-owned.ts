import type { Difference } from '../difference.js';
import { slip } from '../slip.js';
import { editRequest, type Json } from '../wire.js';
import { bodyOf, isPatch, patched, readsPatch } from './_changes.js';

/** A PATCH that takes over what belongs to the server. */
function adopts(...names: readonly string[]): Difference {
  return patched((_, __, sent) => {
    const adopted = names.filter((name) => sent[name] !== undefined).map((name) => [name, sent[name]]);
    return adopted.length > 0 && Object.fromEntries(adopted);
  });
}

/** The instant of an action's last change, so much later or earlier. */
function moved(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

const hour = 3_600_000;

export const slips = [
  slip('UPDATE-12', 'the action with the id in the body is updated', {
    fetch: editRequest(
      ({ request }) => isPatch(request),
      async (request) => {
        const { id } = await bodyOf(request);
        return typeof id === 'string' ? new Request(request.url.replace(/[^/]+$/, id), request) : request;
      },
    ),
  }),
  slip('UPDATE-12', 'the action gets the id in the body where no other action has it', () => {
    const taken = new Set<unknown>();
    return {
      behaviour: (right) => ({
        newAction: (body, from) => {
          taken.add(from.id);
          return right.newAction(body, from);
        },
        applyPatch: (before, patch, change) => {
          const { id } = patch as Json;
          const after = right.applyPatch(before, patch, change);
          return id === undefined || taken.has(id) ? after : { ...after, id: String(id) };
        },
      }),
    };
  }),
  slip('UPDATE-13', 'the time of creation is taken over', adopts('createdDateTime')),
  slip(
    'UPDATE-13',
    'null clears the time of creation',
    patched((_, __, sent) => sent.createdDateTime === null && { createdDateTime: null }),
  ),
  slip(
    'UPDATE-14',
    'a change of a text sets the time of the last action to that of the creation',
    patched(
      (right, before) =>
        right !== before && right.status === before.status && { lastActionDateTime: right.createdDateTime },
    ),
    { relatives: ['LIFECYCLE-10'] },
  ),
  slip(
    'UPDATE-14',
    'a text of a running action is dated by a clock that is behind',
    patched(
      (right, before) =>
        before.status === 'Running' &&
        right.status === 'Running' &&
        right !== before && { lastActionDateTime: moved(right.lastActionDateTime, -hour) },
    ),
    { relatives: ['LIFECYCLE-10'] },
  ),
  slip('UPDATE-23', 'the user is taken over', adopts('user')),
  slip('UPDATE-23', 'the tenant is taken over', adopts('azureTenantId')),
  slip(
    'UPDATE-23',
    'the application can be cleared',
    patched((_, __, sent) => sent.appId === null && { appId: null }),
  ),
  slip(
    'UPDATE-23',
    'a forged application is answered with 500',
    readsPatch((body) => {
      if (body.appId) throw new Error('No such column.');
      return body;
    }),
  ),
  slip('UPDATE-24', 'the history is taken over', adopts('states'), { relatives: ['RESOURCE-13', 'LIFECYCLE-7'] }),
  slip('UPDATE-24', 'the time of the last action is taken over', adopts('lastActionDateTime'), {
    relatives: ['LIFECYCLE-10'],
  }),
  slip(
    'UPDATE-24',
    'entries that were sent are added to the history',
    patched(
      (right, __, { states }) => Array.isArray(states) && states.length > 0 && { states: [...right.states, ...states] },
    ),
    { relatives: ['RESOURCE-13', 'LIFECYCLE-7'] },
  ),
  slip(
    'UPDATE-24',
    'an empty history clears the stored one',
    patched((_, __, { states }) => Array.isArray(states) && states.length === 0 && { states }),
    { relatives: ['RESOURCE-13', 'LIFECYCLE-7'] },
  ),
];
