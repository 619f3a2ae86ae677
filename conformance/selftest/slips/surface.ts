import type { Resource } from '../../reference/reach.js';
import { Refusal } from '../../reference/refusal.js';
import type { Difference, MakesDifference } from '../difference.js';
import { slip } from '../slip.js';
import { editJson, editStatus, on } from '../wire.js';

/** A resource has these methods and no others. */
function offers(resource: Resource, ...methods: readonly string[]): Difference {
  return {
    behaviour: (right) => ({ allowedMethods: (asked) => (asked === resource ? methods : right.allowedMethods(asked)) }),
  };
}

/** What is created or updated is answered and never stored. */
function forgets(operation: 'create' | 'update'): Difference {
  return {
    behaviour: (right) => ({
      save: (collection, action, by) =>
        by === operation ? { action, revision: collection.revision } : right.save(collection, action, by),
    }),
  };
}

/** Only the first PATCH of an action does anything. */
const patchesOnce: MakesDifference = () => {
  const patched = new Set<string>();
  return {
    behaviour: (right) => ({
      applyPatch: (action, patch, change) => {
        if (patched.has(action.id)) return action;
        patched.add(action.id);
        return right.applyPatch(action, patch, change);
      },
    }),
  };
};

/** Four gets of an action are answered, and no further one. */
const readsFourTimes: MakesDifference = () => {
  const reads = new Map<string, number>();
  return {
    behaviour: (right) => ({
      lookUp: (collection, id, by) => {
        if (by !== 'get') return right.lookUp(collection, id, by);
        const times = (reads.get(id) ?? 0) + 1;
        reads.set(id, times);
        return times > 4 ? undefined : right.lookUp(collection, id, by);
      },
    }),
  };
};

export const slips = [
  slip('SURFACE-1', 'POST is not routed to the collection', offers('collection', 'GET', 'HEAD'), {
    relatives: ['CREATE-1', 'CREATE-21', 'CREATE-32', 'CREATE-50', 'CREATE-51', 'CREATE-53'],
  }),
  slip('SURFACE-2', 'GET is not routed to the collection', offers('collection', 'POST'), {
    relatives: ['CREATE-10', 'RESOURCE-18', 'LIST-1', 'LIST-16', 'AUTH-5', 'HTTP-5', 'HTTP-6'],
  }),
  slip(
    'SURFACE-2',
    'the list is always empty',
    {
      behaviour: (right) => ({ listed: (page, preferences) => right.listed({ ...page, entities: [] }, preferences) }),
    },
    { relatives: ['CREATE-10', 'RESOURCE-18', 'LIST-17', 'AUTH-5'] },
  ),
  slip(
    'SURFACE-2',
    'the list is a bare array',
    {
      fetch: editJson(on('list', 200), ({ value }) => value),
    },
    { relatives: ['CREATE-10', 'RESOURCE-18', 'LIST-1', 'LIST-17', 'AUTH-5', 'HTTP-5'] },
  ),
  slip('SURFACE-3', 'an action that was read four times cannot be read again', readsFourTimes, {
    relatives: ['UPDATE-21', 'LIFECYCLE-3', 'LIFECYCLE-14'],
  }),
  slip('SURFACE-4', 'PATCH is not routed to an action', offers('item', 'GET', 'HEAD'), {
    relatives: ['UPDATE-1', 'UPDATE-16', 'UPDATE-17', 'HTTP-5', 'LIFECYCLE-5', 'LIFECYCLE-12'],
  }),
  slip('SURFACE-4', 'only the first PATCH of an action does anything', patchesOnce, {
    relatives: ['UPDATE-2', 'UPDATE-4', 'UPDATE-7', 'LIFECYCLE-4', 'LIFECYCLE-5'],
  }),
  slip('SURFACE-4', 'an update is answered with the new values, which are not kept', forgets('update'), {
    relatives: [
      'RESOURCE-13',
      'RESOURCE-14',
      'RESOURCE-18',
      'UPDATE-4',
      'UPDATE-6',
      'UPDATE-7',
      'LIFECYCLE-2',
      'LIFECYCLE-5',
      'LIFECYCLE-7',
      'LIFECYCLE-10',
    ],
  }),
  slip('SURFACE-5', 'POST is not routed to cancelSecurityAction', offers('cancel'), {
    relatives: ['SURFACE-11', 'CANCEL-1', 'CANCEL-4', 'CANCEL-5', 'CANCEL-6', 'CANCEL-13'],
  }),
  slip(
    'SURFACE-5',
    'an action that has not begun cannot be cancelled',
    {
      behaviour: (right) => ({
        cancel: (action, by) => {
          if (action.status === 'NotStarted') throw new Refusal(409, 'The action is not running.');
          return right.cancel(action, by);
        },
      }),
    },
    { relatives: ['SURFACE-11', 'CANCEL-1', 'CANCEL-4', 'CANCEL-5', 'CANCEL-6'] },
  ),
  slip(
    'SURFACE-5',
    'a cancel is answered with 202, as if it took long',
    { fetch: editStatus(on('cancel', 204), 202) },
    { relatives: ['SURFACE-11', 'CANCEL-1', 'CANCEL-14', 'HTTP-17'] },
  ),
  slip('SURFACE-6', 'the API lies below /v1.0', { options: { basePath: '/v1.0' } }),
];
