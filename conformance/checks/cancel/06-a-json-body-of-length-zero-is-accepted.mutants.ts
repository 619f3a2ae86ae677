import { mutant } from '../../selftest/mutant.js';
import { refusesBody } from '../../selftest/mutants/cancel/responses.js';

export const mutants = [
  mutant(
    'CANCEL-6',
    'a cancel that says JSON has to have a body',
    refusesBody((text, type) => text === '' && type !== null),
  ),
];
