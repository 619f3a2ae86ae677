import { mutant } from '../../selftest/mutant.js';
import { readsPatch } from '../../selftest/mutants/changes.js';
import { isUnmarked } from '../../selftest/mutants/create/annotations.js';
import { pairsIn } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'UPDATE-27',
    'PATCH rejects a vendorInformation type without a number sign',
    readsPatch((body) => (isUnmarked(body.vendorInformation) ? { ...body, vendorInformation: 0 } : body)),
  ),
  mutant(
    'UPDATE-27',
    'PATCH rejects a pair type without a number sign',
    readsPatch((body) => (pairsIn(body).some(isUnmarked) ? { ...body, parameters: 0 } : body)),
  ),
];
