import { mutant } from '../../selftest/mutant.js';
import { refusesBody } from '../../selftest/mutants/cancel/responses.js';

export const mutants = [
  mutant(
    'CANCEL-5',
    'cancel rejects every body',
    refusesBody((text) => text !== ''),
  ),
  mutant(
    'CANCEL-5',
    'cancel rejects an empty object',
    refusesBody((text) => text === '{}', 422),
  ),
];
