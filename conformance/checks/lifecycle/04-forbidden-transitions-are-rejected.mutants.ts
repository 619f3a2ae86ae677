import { mutant } from '../../selftest/mutant.js';
import { allowsTransition } from '../../selftest/mutants/changes.js';
import { restoresTexts } from '../../selftest/mutants/sequences/rejected.js';

export const mutants = [
  mutant(
    'LIFECYCLE-4',
    'a running action can be set to NotStarted',
    allowsTransition((from, to) => from === 'Running' && to === 'NotStarted'),
    { alsoFails: ['LIFECYCLE-2'] },
  ),
  mutant(
    'LIFECYCLE-4',
    'a completed action can be set to Running',
    allowsTransition((from, to) => from === 'Completed' && to === 'Running'),
    { alsoFails: ['LIFECYCLE-2', 'LIFECYCLE-3'] },
  ),
  mutant(
    'LIFECYCLE-4',
    'a completed action can be set to Failed',
    allowsTransition((from, to) => from === 'Completed' && to === 'Failed'),
    { alsoFails: ['LIFECYCLE-3'] },
  ),
  mutant(
    'LIFECYCLE-4',
    'a failed action can be set to Completed',
    allowsTransition((from, to) => from === 'Failed' && to === 'Completed'),
    { alsoFails: ['LIFECYCLE-3'] },
  ),
  mutant(
    'LIFECYCLE-4',
    'a failed action that was running before can be set to Running',
    {
      behaviour: (right) => ({
        applyPatch: (action, patch, change) => {
          const retried = action.status === 'Failed' && patch.status === 'Running' && action.states.length > 2;
          return right.applyPatch(action, patch, retried ? { ...change, transition: () => 'move' } : change);
        },
      }),
    },
    { alsoFails: ['LIFECYCLE-2', 'LIFECYCLE-3'] },
  ),
  mutant('LIFECYCLE-4', 'a forbidden transition is ignored with a 200 response', {
    behaviour: (right) => ({
      applyPatch: (action, patch, change) => {
        const forbidden = patch.status && change.transition(action.status, patch.status) === 'reject';
        return forbidden ? action : right.applyPatch(action, patch, change);
      },
    }),
  }),
  mutant('LIFECYCLE-4', 'a forbidden transition gets a 200 response, and the other members are stored', {
    behaviour: (right) => ({
      applyPatch: (action, { status, ...others }, change) => {
        const allowed = status && change.transition(action.status, status) !== 'reject';
        return right.applyPatch(action, allowed ? { status, ...others } : others, change);
      },
    }),
  }),
  mutant('LIFECYCLE-4', 'a rejected transition changes the reason', () => {
    const reasons = new Map<string, string>();
    return {
      behaviour: (right) => ({
        applyPatch: (action, patch, change) => {
          const refused = patch.status && change.transition(action.status, patch.status) === 'reject';
          if (refused && patch.actionReason) reasons.set(action.id, patch.actionReason);
          return right.applyPatch(action, patch, change);
        },
        present: (action, select) =>
          right.present({ ...action, actionReason: reasons.get(action.id) ?? action.actionReason }, select),
      }),
    };
  }),
  mutant('LIFECYCLE-4', 'a rejected transition restores the strings of before the last PATCH', restoresTexts(409), {
    foundBy: 'sequences',
  }),
];
