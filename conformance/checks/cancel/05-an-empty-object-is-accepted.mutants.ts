import { mutant } from '../../selftest/mutant.js';
import { rejectsBody } from '../../selftest/mutants/cancel/responses.js';

export const mutants = [
  mutant(
    'CANCEL-5',
    'cancel rejects every body',
    rejectsBody((text) => text !== ''),
  ),
  mutant(
    'CANCEL-5',
    'cancel rejects an empty object',
    rejectsBody((text) => text === '{}', 422),
  ),
];
