import { mutant } from '../../selftest/mutant.js';
import { refusedButDone } from '../../selftest/mutants/auth/as-writer.js';
import { open, refusedTo } from '../../selftest/mutants/auth/permissions.js';
import { isPatch } from '../../selftest/mutants/changes.js';
import { forgives, writesTexts } from '../../selftest/mutants/sequences/refused.js';

function isReadersPatch(request: Request): boolean {
  return (
    isPatch(request) && refusedTo('SecurityActions.Read.All', 'update')(request, new Response(null, { status: 403 }))
  );
}

export const mutants = [
  mutant('AUTH-8', 'update accepts the read permission', open('update', 'SecurityActions.Read.')),
  mutant(
    'AUTH-8',
    'a rejected update by a reader takes effect',
    refusedButDone(refusedTo('SecurityActions.Read.', 'update')),
    {
      alsoFails: ['LIFECYCLE-15'],
    },
  ),
  mutant(
    'AUTH-8',
    'update of an action that the writer has changed accepts the read permission',
    forgives(writesTexts, isReadersPatch, 'the truth'),
    {
      foundBy: 'sequences',
    },
  ),
];
