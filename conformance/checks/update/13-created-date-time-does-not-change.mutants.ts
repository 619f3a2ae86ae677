import { mutant } from '../../selftest/mutant.js';
import { patched } from '../../selftest/mutants/changes.js';
import { adopts } from '../../selftest/mutants/update/server-owned.js';

export const mutants = [
  mutant('UPDATE-13', 'PATCH adopts createdDateTime', adopts('createdDateTime')),
  mutant(
    'UPDATE-13',
    'PATCH clears createdDateTime when it is null',
    patched((_, __, sent) => sent.createdDateTime === null && { createdDateTime: null }),
  ),
];
