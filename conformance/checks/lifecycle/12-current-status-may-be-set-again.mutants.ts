import { mutant } from '../../selftest/mutant.js';
import { allowsTransition, isFinished, patchMakes, rejectsTransition } from '../../selftest/mutants/changes.js';
import { sinceLastTransition } from '../../selftest/mutants/sequences/lifecycle.js';

export const mutants = [
  mutant(
    'LIFECYCLE-12',
    'setting a completed action to Completed is rejected',
    rejectsTransition((from, to) => from === to && from === 'Completed'),
  ),
  mutant(
    'LIFECYCLE-12',
    'setting NotStarted is rejected',
    rejectsTransition((_, to) => to === 'NotStarted'),
    { alsoFails: ['UPDATE-1'] },
  ),
  mutant(
    'LIFECYCLE-12',
    'setting a running action to Running adds an entry',
    allowsTransition((from, to) => from === to && from === 'Running'),
  ),
  mutant(
    'LIFECYCLE-12',
    'setting the current status with a reason adds an entry',
    patchMakes(
      (right, before, sent) =>
        sent.status === before.status &&
        right.actionReason !== before.actionReason && { states: [...right.states, ...right.states.slice(-1)] },
    ),
  ),
  mutant(
    'LIFECYCLE-12',
    'setting the current status adds an entry after a string was changed',
    sinceLastTransition((touched) =>
      patchMakes(
        (right, before, sent) =>
          !isFinished(before) &&
          sent.status === before.status &&
          touched(before.id) && { states: [...right.states, ...right.states.slice(-1)] },
      ),
    ),
    { foundBy: 'sequences' },
  ),
  mutant(
    'LIFECYCLE-12',
    'setting the current status is rejected after a string was changed',
    sinceLastTransition((touched) => ({
      behaviour: (right) => ({
        applyPatch: (before, patch, change) => {
          const again = patch.status === before.status && !isFinished(before) && touched(before.id);
          return right.applyPatch(before, patch, again ? { ...change, transition: () => 'reject' } : change);
        },
      }),
    })),
    { foundBy: 'sequences' },
  ),
];
