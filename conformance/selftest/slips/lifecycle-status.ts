import { slip } from '../slip.js';
import { editActions, on } from '../wire.js';
import { patched } from './_changes.js';

export const slips = [
  slip(
    'LIFECYCLE-1',
    'an action has no status until it begins',
    {
      fetch: editActions(on('any'), (action) => ({
        ...action,
        status: action.status === 'NotStarted' ? null : action.status,
      })),
    },
    { relatives: ['CREATE-36'] },
  ),
  slip('LIFECYCLE-1', 'a status that was sent as null is stored as null', {
    behaviour: (right) => ({
      newAction: (body, from) => {
        const action = right.newAction(body, from);
        return body.status === null ? { ...action, status: null as never } : action;
      },
    }),
  }),
  slip(
    'LIFECYCLE-1',
    'a create without a vendor says that the action runs, the next get that it has not begun',
    {
      fetch: editActions(on('create'), (action) =>
        action.vendorInformation === null ? { ...action, status: 'Running' } : action,
      ),
    },
    { relatives: ['LIFECYCLE-2'] },
  ),
  slip(
    'LIFECYCLE-2',
    'the second read of a running action comes from a replica that is behind',
    () => {
      const reads = new Map<unknown, number>();
      return {
        fetch: editActions(on('get'), (action) => {
          if (action.status !== 'Running') return action;
          const count = (reads.get(action.id) ?? 0) + 1;
          reads.set(action.id, count);
          return count === 2 ? { ...action, status: 'NotStarted' } : action;
        }),
      };
    },
    { relatives: ['UPDATE-5', 'LIFECYCLE-5'] },
  ),
  slip(
    'LIFECYCLE-2',
    'a PATCH of the reason puts a running action back',
    patched(
      (right, before) =>
        before.status === 'Running' &&
        right.status === 'Running' &&
        right.actionReason !== before.actionReason && { status: 'NotStarted' },
    ),
    { relatives: ['UPDATE-5', 'LIFECYCLE-12'] },
  ),
];
