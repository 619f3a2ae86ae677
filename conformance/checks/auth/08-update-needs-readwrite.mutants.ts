import { mutant } from '../../selftest/mutant.js';
import { rejectedButDone } from '../../selftest/mutants/auth/as-writer.js';
import { isRejectionOf, withoutPermissionCheck } from '../../selftest/mutants/auth/permissions.js';
import { isPatch } from '../../selftest/mutants/changes.js';
import { carriesOutAfter, writesTexts } from '../../selftest/mutants/sequences/rejected.js';

function isReadersPatch(request: Request): boolean {
  return (
    isPatch(request) &&
    isRejectionOf('SecurityActions.Read.All', 'update')(request, new Response(null, { status: 403 }))
  );
}

export const mutants = [
  mutant('AUTH-8', 'update accepts the read permission', withoutPermissionCheck('update', 'SecurityActions.Read.')),
  mutant(
    'AUTH-8',
    'a rejected update by a reader takes effect',
    rejectedButDone(isRejectionOf('SecurityActions.Read.', 'update')),
    {
      alsoFails: ['LIFECYCLE-15'],
    },
  ),
  mutant(
    'AUTH-8',
    'update of an action that the writer has changed accepts the read permission',
    carriesOutAfter(writesTexts, isReadersPatch, 'shows the result'),
    {
      foundBy: 'sequences',
    },
  ),
];
