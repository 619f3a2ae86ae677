import { mutant } from '../../selftest/mutant.js';
import { allowsTransition } from '../../selftest/mutants/changes.js';
import { restoresTexts } from '../../selftest/mutants/sequences/rejected.js';

export const mutants = [
  mutant(
    'LIFECYCLE-4',
    'a running action may be put back',
    allowsTransition((from, to) => from === 'Running' && to === 'NotStarted'),
    { alsoFails: ['LIFECYCLE-2'] },
  ),
  mutant(
    'LIFECYCLE-4',
    'a completed action may be started again',
    allowsTransition((from, to) => from === 'Completed' && to === 'Running'),
    { alsoFails: ['LIFECYCLE-2', 'LIFECYCLE-3'] },
  ),
  mutant(
    'LIFECYCLE-4',
    'a completed action may still fail',
    allowsTransition((from, to) => from === 'Completed' && to === 'Failed'),
    { alsoFails: ['LIFECYCLE-3'] },
  ),
  mutant(
    'LIFECYCLE-4',
    'a failed action may be completed',
    allowsTransition((from, to) => from === 'Failed' && to === 'Completed'),
    { alsoFails: ['LIFECYCLE-3'] },
  ),
  mutant(
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
    { alsoFails: ['LIFECYCLE-2', 'LIFECYCLE-3'] },
  ),
  mutant('LIFECYCLE-4', 'a forbidden step is answered with 200 and ignored', {
    behaviour: (right) => ({
      applyPatch: (action, patch, change) => {
        const forbidden = patch.status && change.transition(action.status, patch.status) === 'reject';
        return forbidden ? action : right.applyPatch(action, patch, change);
      },
    }),
  }),
  mutant('LIFECYCLE-4', 'a forbidden step is answered with 200, and what stands beside it is written', {
    behaviour: (right) => ({
      applyPatch: (action, { status, ...others }, change) => {
        const allowed = status && change.transition(action.status, status) !== 'reject';
        return right.applyPatch(action, allowed ? { status, ...others } : others, change);
      },
    }),
  }),
  mutant('LIFECYCLE-4', 'a refused step leaves the reason changed', () => {
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
  mutant('LIFECYCLE-4', 'a refused step takes back the texts of the PATCH before', restoresTexts(409), {
    foundBy: 'sequences',
  }),
];
