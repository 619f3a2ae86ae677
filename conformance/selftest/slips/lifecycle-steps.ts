import { slip } from '../slip.js';
import { lets, patched, refuses } from './_changes.js';

export const slips = [
  slip(
    'LIFECYCLE-4',
    'a running action may be put back',
    lets((from, to) => from === 'Running' && to === 'NotStarted'),
    { relatives: ['LIFECYCLE-2'] },
  ),
  slip(
    'LIFECYCLE-4',
    'a completed action may be started again',
    lets((from, to) => from === 'Completed' && to === 'Running'),
    { relatives: ['LIFECYCLE-2', 'LIFECYCLE-3'] },
  ),
  slip(
    'LIFECYCLE-4',
    'a completed action may still fail',
    lets((from, to) => from === 'Completed' && to === 'Failed'),
    { relatives: ['LIFECYCLE-3'] },
  ),
  slip(
    'LIFECYCLE-4',
    'a failed action may be completed',
    lets((from, to) => from === 'Failed' && to === 'Completed'),
    { relatives: ['LIFECYCLE-3'] },
  ),
  slip(
    'LIFECYCLE-4',
    'an action that ran may be started again after it failed',
    {
      behaviour: (right) => ({
        applyPatch: (action, patch, change) => {
          const retried = action.status === 'Failed' && patch.status === 'Running' && action.states.length > 2;
          return right.applyPatch(action, patch, retried ? { ...change, transition: () => 'move' } : change);
        },
      }),
    },
    { relatives: ['LIFECYCLE-2', 'LIFECYCLE-3'] },
  ),
  slip('LIFECYCLE-4', 'a forbidden step is answered with 200 and ignored', {
    behaviour: (right) => ({
      applyPatch: (action, patch, change) => {
        const forbidden = patch.status && change.transition(action.status, patch.status) === 'refuse';
        return forbidden ? action : right.applyPatch(action, patch, change);
      },
    }),
  }),
  slip('LIFECYCLE-4', 'a forbidden step is answered with 200, and what stands beside it is written', {
    behaviour: (right) => ({
      applyPatch: (action, { status, ...others }, change) => {
        const allowed = status && change.transition(action.status, status) !== 'refuse';
        return right.applyPatch(action, allowed ? { status, ...others } : others, change);
      },
    }),
  }),
  slip('LIFECYCLE-4', 'a refused step leaves the reason changed', () => {
    const reasons = new Map<string, string>();
    return {
      behaviour: (right) => ({
        applyPatch: (action, patch, change) => {
          const refused = patch.status && change.transition(action.status, patch.status) === 'refuse';
          if (refused && patch.actionReason) reasons.set(action.id, patch.actionReason);
          return right.applyPatch(action, patch, change);
        },
        present: (action, select) =>
          right.present({ ...action, actionReason: reasons.get(action.id) ?? action.actionReason }, select),
      }),
    };
  }),
  slip(
    'LIFECYCLE-5',
    'a new action cannot fail',
    refuses((from, to) => from === 'NotStarted' && to === 'Failed'),
    { relatives: ['UPDATE-1'] },
  ),
  slip(
    'LIFECYCLE-5',
    'an action cannot be completed before it ran',
    refuses((from, to) => from === 'NotStarted' && to === 'Completed'),
    { relatives: ['UPDATE-1'] },
  ),
  slip(
    'LIFECYCLE-5',
    'a running action cannot fail',
    refuses((from, to) => from === 'Running' && to === 'Failed'),
  ),
  slip(
    'LIFECYCLE-5',
    'a step beside a text is forgotten',
    patched(
      (right, before) =>
        right.actionReason !== before.actionReason &&
        right.status !== before.status && { ...before, actionReason: right.actionReason },
    ),
    { relatives: ['UPDATE-4'] },
  ),
  slip(
    'LIFECYCLE-5',
    'the second step is answered and not kept',
    {
      behaviour: (right) => ({
        save: (collection, action, by) =>
          by === 'update' && action.states.length === 3
            ? { action, revision: collection.revision }
            : right.save(collection, action, by),
      }),
    },
    { relatives: ['RESOURCE-13', 'UPDATE-4', 'LIFECYCLE-2', 'LIFECYCLE-7', 'LIFECYCLE-10'] },
  ),
  slip(
    'LIFECYCLE-12',
    'the present status of a completed action is refused',
    refuses((from, to) => from === to && from === 'Completed'),
  ),
  slip(
    'LIFECYCLE-12',
    'NotStarted cannot be set',
    refuses((_, to) => to === 'NotStarted'),
    { relatives: ['UPDATE-1'] },
  ),
  slip(
    'LIFECYCLE-12',
    'Running is added to the history again',
    lets((from, to) => from === to && from === 'Running'),
  ),
  slip(
    'LIFECYCLE-12',
    'the present status beside a text is added to the history again',
    patched(
      (right, before, sent) =>
        sent.status === before.status &&
        right.actionReason !== before.actionReason && { states: [...right.states, ...right.states.slice(-1)] },
    ),
  ),
];
