import { mutant } from '../../selftest/mutant.js';
import { refusesBody } from '../../selftest/mutants/cancel/responses.js';

export const mutants = [
  mutant(
    'CANCEL-5',
    'a cancel takes no body',
    refusesBody((text) => text !== ''),
  ),
  mutant(
    'CANCEL-5',
    'an object of a cancel has to have a member',
    refusesBody((text) => text === '{}', 422),
  ),
];
