import { mutant } from '../../selftest/mutant.js';
import { pairsIn, refuses } from '../../selftest/mutants/create/create.js';
import { typeOf } from '../../selftest/mutants/create/annotations.js';

export const mutants = [
  mutant(
    'CREATE-53',
    'the type of the vendor needs a number sign',
    refuses(({ vendorInformation }) => String(typeOf(vendorInformation) ?? '#').startsWith('microsoft')),
  ),
  mutant(
    'CREATE-53',
    'the type of a pair needs a number sign',
    refuses((body) => pairsIn(body).some((pair) => String(typeOf(pair) ?? '#').startsWith('microsoft'))),
  ),
];
