import { mutant } from '../../selftest/mutant.js';
import { refusesBody } from '../../selftest/mutants/cancel/responses.js';

export const mutants = [
  mutant(
    'CANCEL-4',
    'cancel requires a body',
    refusesBody((text) => text === ''),
    { alsoFails: ['SURFACE-5', 'SURFACE-11', 'CANCEL-1', 'CANCEL-6'] },
  ),
  mutant(
    'CANCEL-4',
    'cancel requires a content type',
    refusesBody((_, type) => type === null, 415),
    { alsoFails: ['SURFACE-5', 'SURFACE-11', 'CANCEL-1', 'CANCEL-13'] },
  ),
];
