import { mutant } from '../../selftest/mutant.js';
import { typeOf } from '../../selftest/mutants/create/annotations.js';
import { pairsIn, rejectsCreate } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-53',
    'create rejects a vendorInformation type without a number sign',
    rejectsCreate(({ vendorInformation }) => String(typeOf(vendorInformation) ?? '#').startsWith('microsoft')),
  ),
  mutant(
    'CREATE-53',
    'create rejects a pair type without a number sign',
    rejectsCreate((body) => pairsIn(body).some((pair) => String(typeOf(pair) ?? '#').startsWith('microsoft'))),
  ),
];
