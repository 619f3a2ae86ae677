import { mutant } from '../../selftest/mutant.js';
import { nthCancel } from '../../selftest/mutants/cancel/nth-cancel.js';

function throwError(): never {
  throw new Error('The action is locked.');
}

export const mutants = [
  mutant('CANCEL-12', 'a second cancel returns 500', nthCancel(2, throwError), { alsoFails: ['CANCEL-13'] }),
  mutant(
    'CANCEL-12',
    'a third cancel sets the status to Running',
    nthCancel(3, (action) => ({ ...action, status: 'Running' })),
    { alsoFails: ['CANCEL-13', 'LIFECYCLE-2', 'LIFECYCLE-3', 'LIFECYCLE-14'] },
  ),
];
