import { mutant } from '../../selftest/mutant.js';
import { patched } from '../../selftest/mutants/changes.js';

export const mutants = [
  mutant(
    'UPDATE-15',
    'PATCH to Running adds no entry to states',
    {
      ...patched(
        (right, before) => before.status !== 'Running' && right.status === 'Running' && { states: before.states },
      ),
    },
    { alsoFails: ['LIFECYCLE-6'] },
  ),
];
