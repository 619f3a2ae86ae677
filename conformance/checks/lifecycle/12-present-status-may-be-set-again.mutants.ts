import { mutant } from '../../selftest/mutant.js';
import { allowsTransition, isFinal, patchMakes, rejectsTransition } from '../../selftest/mutants/changes.js';
import { sinceLastTransition } from '../../selftest/mutants/sequences/lifecycle.js';

export const mutants = [
  mutant(
    'LIFECYCLE-12',
    'the present status of a completed action is refused',
    rejectsTransition((from, to) => from === to && from === 'Completed'),
  ),
  mutant(
    'LIFECYCLE-12',
    'NotStarted cannot be set',
    rejectsTransition((_, to) => to === 'NotStarted'),
    { alsoFails: ['UPDATE-1'] },
  ),
  mutant(
    'LIFECYCLE-12',
    'Running is added to the history again',
    allowsTransition((from, to) => from === to && from === 'Running'),
  ),
  mutant(
    'LIFECYCLE-12',
    'the present status beside a text is added to the history again',
    patchMakes(
      (right, before, sent) =>
        sent.status === before.status &&
        right.actionReason !== before.actionReason && { states: [...right.states, ...right.states.slice(-1)] },
    ),
  ),
  mutant(
    'LIFECYCLE-12',
    'the present status is added to the history again after a text was changed',
    sinceLastTransition((touched) =>
      patchMakes(
        (right, before, sent) =>
          !isFinal(before) &&
          sent.status === before.status &&
          touched(before.id) && { states: [...right.states, ...right.states.slice(-1)] },
      ),
    ),
    { foundBy: 'sequences' },
  ),
  mutant(
    'LIFECYCLE-12',
    'the present status is refused after a text was changed',
    sinceLastTransition((touched) => ({
      behaviour: (right) => ({
        applyPatch: (before, patch, change) => {
          const again = patch.status === before.status && !isFinal(before) && touched(before.id);
          return right.applyPatch(before, patch, again ? { ...change, transition: () => 'reject' } : change);
        },
      }),
    })),
    { foundBy: 'sequences' },
  ),
];
