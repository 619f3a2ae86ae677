import { mutant } from '../../selftest/mutant.js';
import { allowsMethods } from '../../selftest/mutants/surface/allowed-methods.js';

export const mutants = [
  mutant('SURFACE-1', 'POST is not routed to the collection', allowsMethods('collection', 'GET', 'HEAD'), {
    alsoFails: ['CREATE-1', 'CREATE-21', 'CREATE-32', 'CREATE-50', 'CREATE-51', 'CREATE-53'],
  }),
];
