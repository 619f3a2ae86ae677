import { mutant } from '../../selftest/mutant.js';
import { refusedButDone } from '../../selftest/mutants/auth/as-writer.js';
import { firstMove, open, refusedTo } from '../../selftest/mutants/auth/permissions.js';
import { isCancel } from '../../selftest/mutants/changes.js';
import { forgives, writesTexts } from '../../selftest/mutants/sequences/refused.js';

export const mutants = [
  mutant('AUTH-7', 'cancel asks for no permission of a reader', open('cancel', 'SecurityActions.Read.')),
  mutant(
    'AUTH-7',
    "a reader's cancel is refused and happens",
    refusedButDone(refusedTo('SecurityActions.Read.', 'cancel')),
    { alsoFails: ['LIFECYCLE-15'] },
  ),
  mutant('AUTH-7', "a reader's cancel is refused and happens, where some actions move by themselves", () => ({
    ...refusedButDone(refusedTo('SecurityActions.Read.', 'cancel'))(),
    ...firstMove(2),
  })),
  mutant('AUTH-7', 'everybody may cancel what the writer has changed', forgives(writesTexts, isCancel, 'the truth'), {
    foundBy: 'sequences',
  }),
];
