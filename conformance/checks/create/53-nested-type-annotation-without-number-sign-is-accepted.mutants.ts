import { mutant } from '../../selftest/mutant.js';
import { isUnmarked } from '../../selftest/mutants/create/annotations.js';
import { pairsIn, rejectsCreate } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-53',
    'create rejects a vendorInformation type without a number sign',
    rejectsCreate(({ vendorInformation }) => isUnmarked(vendorInformation)),
  ),
  mutant(
    'CREATE-53',
    'create rejects a pair type without a number sign',
    rejectsCreate((body) => pairsIn(body).some(isUnmarked)),
  ),
];
