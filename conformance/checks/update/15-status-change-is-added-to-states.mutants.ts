import { mutant } from '../../selftest/mutant.js';
import { patchMakes } from '../../selftest/mutants/changes.js';

export const mutants = [
  mutant(
    'UPDATE-15',
    'PATCH to Running adds no entry to states',
    {
      ...patchMakes(
        (right, before) => before.status !== 'Running' && right.status === 'Running' && { states: before.states },
      ),
    },
    { alsoFails: ['LIFECYCLE-6'] },
  ),
];
