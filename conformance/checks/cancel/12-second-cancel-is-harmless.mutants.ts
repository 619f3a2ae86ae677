import { mutant } from '../../selftest/mutant.js';
import { nth } from '../../selftest/mutants/cancel/nth-cancel.js';

function fails(): never {
  throw new Error('The action is locked.');
}

export const mutants = [
  mutant('CANCEL-12', 'a second cancel is an error of the server', nth(2, fails), { alsoFails: ['CANCEL-13'] }),
  mutant(
    'CANCEL-12',
    'a third cancel starts the action again',
    nth(3, (action) => ({ ...action, status: 'Running' })),
    { alsoFails: ['CANCEL-13', 'LIFECYCLE-2', 'LIFECYCLE-3', 'LIFECYCLE-14'] },
  ),
];
