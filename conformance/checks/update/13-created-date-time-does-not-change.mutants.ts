import { mutant } from '../../selftest/mutant.js';
import { patched } from '../../selftest/mutants/changes.js';
import { adopts } from '../../selftest/mutants/update/server-owned.js';

export const mutants = [
  mutant('UPDATE-13', 'the time of creation is taken over', adopts('createdDateTime')),
  mutant(
    'UPDATE-13',
    'null clears the time of creation',
    patched((_, __, sent) => sent.createdDateTime === null && { createdDateTime: null }),
  ),
];
