import { mutant } from '../../selftest/mutant.js';
import { rejectsBody } from '../../selftest/mutants/cancel/responses.js';

export const mutants = [
  mutant(
    'CANCEL-4',
    'cancel requires a body',
    rejectsBody((text) => text === ''),
    { alsoFails: ['SURFACE-5', 'SURFACE-11', 'CANCEL-1', 'CANCEL-6'] },
  ),
  mutant(
    'CANCEL-4',
    'cancel requires a content type',
    rejectsBody((_, type) => type === null, 415),
    { alsoFails: ['SURFACE-5', 'SURFACE-11', 'CANCEL-1', 'CANCEL-13'] },
  ),
];
