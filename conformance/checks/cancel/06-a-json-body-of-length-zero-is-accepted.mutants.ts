import { mutant } from '../../selftest/mutant.js';
import { refusesBody } from '../../selftest/mutants/cancel/responses.js';

export const mutants = [
  mutant(
    'CANCEL-6',
    'cancel rejects an empty body with a content type',
    refusesBody((text, type) => text === '' && type !== null),
  ),
];
