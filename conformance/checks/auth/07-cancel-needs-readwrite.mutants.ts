import { mutant } from '../../selftest/mutant.js';
import { rejectedButDone } from '../../selftest/mutants/auth/as-writer.js';
import { advancesOnlyFirst, isRejectionOf, withoutPermissionCheck } from '../../selftest/mutants/auth/permissions.js';
import { isCancel } from '../../selftest/mutants/changes.js';
import { carriesOutAfter, writesTexts } from '../../selftest/mutants/sequences/rejected.js';

export const mutants = [
  mutant('AUTH-7', 'cancel accepts the read permission', withoutPermissionCheck('cancel', 'SecurityActions.Read.')),
  mutant(
    'AUTH-7',
    'a rejected cancel by a reader takes effect',
    rejectedButDone(isRejectionOf('SecurityActions.Read.', 'cancel')),
    { alsoFails: ['LIFECYCLE-15'] },
  ),
  mutant(
    'AUTH-7',
    'a rejected cancel by a reader takes effect on a target that moves some actions by itself',
    () => ({ ...rejectedButDone(isRejectionOf('SecurityActions.Read.', 'cancel'))(), ...advancesOnlyFirst(2) }),
    { alsoFails: ['LIFECYCLE-15'] },
  ),
  mutant(
    'AUTH-7',
    'cancel of an action that the writer has changed needs no permission',
    carriesOutAfter(writesTexts, isCancel, 'shows the result'),
    {
      foundBy: 'sequences',
    },
  ),
];
