import { mutant } from '../../selftest/mutant.js';
import { allowsMethods } from '../../selftest/mutants/surface/allowed-methods.js';

export const mutants = [
  mutant('SURFACE-2', 'GET is not routed to the collection', allowsMethods('collection', 'POST'), {
    alsoFails: ['CREATE-10', 'LIST-1', 'AUTH-5', 'HTTP-5', 'HTTP-6'],
  }),
  mutant(
    'SURFACE-2',
    'the list is always empty',
    {
      behaviour: (right) => ({ listed: (page, preferences) => right.listed({ ...page, entities: [] }, preferences) }),
    },
    { alsoFails: ['CREATE-10', 'AUTH-5'] },
  ),
];
