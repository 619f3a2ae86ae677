import { mutant } from '../../selftest/mutant.js';
import { refusedButDone } from '../../selftest/mutants/auth/as-writer.js';
import { firstMove, open, refusedTo } from '../../selftest/mutants/auth/permissions.js';
import { isCancel } from '../../selftest/mutants/changes.js';
import { forgives, writesTexts } from '../../selftest/mutants/sequences/refused.js';

export const mutants = [
  mutant('AUTH-7', 'cancel accepts the read permission', open('cancel', 'SecurityActions.Read.')),
  mutant(
    'AUTH-7',
    'a rejected cancel by a reader takes effect',
    refusedButDone(refusedTo('SecurityActions.Read.', 'cancel')),
    { alsoFails: ['LIFECYCLE-15'] },
  ),
  mutant('AUTH-7', 'a rejected cancel by a reader takes effect on a target that moves some actions by itself', () => ({
    ...refusedButDone(refusedTo('SecurityActions.Read.', 'cancel'))(),
    ...firstMove(2),
  })),
  mutant(
    'AUTH-7',
    'cancel of an action that the writer has changed needs no permission',
    forgives(writesTexts, isCancel, 'the truth'),
    {
      foundBy: 'sequences',
    },
  ),
];
