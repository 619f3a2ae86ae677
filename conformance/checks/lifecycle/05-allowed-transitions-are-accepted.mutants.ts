import { mutant } from '../../selftest/mutant.js';
import { isCancel, isPatch, patchMakes, rejectsTransition } from '../../selftest/mutants/changes.js';
import { idIn } from '../../selftest/server/operation.js';

export const mutants = [
  mutant(
    'LIFECYCLE-5',
    'a new action cannot fail',
    rejectsTransition((from, to) => from === 'NotStarted' && to === 'Failed'),
    { alsoFails: ['UPDATE-1'] },
  ),
  mutant(
    'LIFECYCLE-5',
    'a new action cannot be completed',
    rejectsTransition((from, to) => from === 'NotStarted' && to === 'Completed'),
    { alsoFails: ['UPDATE-1'] },
  ),
  mutant(
    'LIFECYCLE-5',
    'a running action cannot fail',
    rejectsTransition((from, to) => from === 'Running' && to === 'Failed'),
  ),
  mutant(
    'LIFECYCLE-5',
    'a status that is sent with a reason is ignored',
    patchMakes(
      (right, before) =>
        right.actionReason !== before.actionReason &&
        right.status !== before.status && { ...before, actionReason: right.actionReason },
    ),
    { alsoFails: ['UPDATE-4'] },
  ),
  mutant(
    'LIFECYCLE-5',
    'the second status change is confirmed but not stored',
    {
      behaviour: (right) => ({
        save: (collection, action, by) =>
          by === 'update' && action.states.length === 3
            ? { action, revision: collection.revision }
            : right.save(collection, action, by),
      }),
    },
    {
      alsoFails: ['RESOURCE-13', 'UPDATE-4', 'LIFECYCLE-2', 'LIFECYCLE-7', 'LIFECYCLE-10'],
      mayFailInAudit: ['RESOURCE-18'],
    },
  ),
  mutant(
    'LIFECYCLE-5',
    'every status change is rejected after a rejected PATCH',
    () => {
      const refused = new Set<string>();
      return {
        behaviour: (right) => ({
          applyPatch: (before, patch, change) => {
            const stuck = refused.has(before.id) && patch.status !== before.status;
            return right.applyPatch(before, patch, stuck ? { ...change, transition: () => 'reject' } : change);
          },
        }),
        fetch: (inner) => async (request) => {
          const [patches, id] = [isPatch(request), idIn(request)];
          const response = await inner(request);
          if (patches && response.status >= 400) refused.add(id);
          return response;
        },
      };
    },
    { foundBy: 'sequences' },
  ),
  mutant(
    'LIFECYCLE-5',
    'a rejected cancel is carried out with the next PATCH',
    () => {
      const asked = new Set<string>();
      return {
        behaviour: (right) => ({
          applyPatch: (before, patch, change) => {
            const after = right.applyPatch(before, patch, change);
            return asked.has(before.id) ? right.cancel(after, change) : after;
          },
        }),
        fetch: (inner) => async (request) => {
          const [cancels, id] = [isCancel(request), idIn(request)];
          const response = await inner(request);
          if (cancels && response.status >= 400) asked.add(id);
          return response;
        },
      };
    },
    { foundBy: 'sequences' },
  ),
];
