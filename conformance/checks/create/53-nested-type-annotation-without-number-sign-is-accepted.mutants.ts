import { mutant } from '../../selftest/mutant.js';
import { typeOf } from '../../selftest/mutants/create/annotations.js';
import { pairsIn, refuses } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-53',
    'create rejects a vendorInformation type without a number sign',
    refuses(({ vendorInformation }) => String(typeOf(vendorInformation) ?? '#').startsWith('microsoft')),
  ),
  mutant(
    'CREATE-53',
    'create rejects a pair type without a number sign',
    refuses((body) => pairsIn(body).some((pair) => String(typeOf(pair) ?? '#').startsWith('microsoft'))),
  ),
];
