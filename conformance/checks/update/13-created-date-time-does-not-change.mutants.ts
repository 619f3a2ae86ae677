import { mutant } from '../../selftest/mutant.js';
import { patchMakes } from '../../selftest/mutants/changes.js';
import { patchAdopts } from '../../selftest/mutants/update/server-owned.js';

export const mutants = [
  mutant('UPDATE-13', 'PATCH adopts createdDateTime', patchAdopts('createdDateTime')),
  mutant(
    'UPDATE-13',
    'PATCH clears createdDateTime when it is null',
    patchMakes((_, __, sent) => sent.createdDateTime === null && { createdDateTime: null }),
  ),
];
