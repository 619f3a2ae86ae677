import { mutant } from '../../selftest/mutant.js';
import { rejectsBody } from '../../selftest/mutants/cancel/responses.js';

export const mutants = [
  mutant(
    'CANCEL-6',
    'cancel rejects an empty body with a content type',
    rejectsBody((text, type) => text === '' && type !== null),
  ),
];
