import { mutant } from '../../selftest/mutant.js';
import { isCreate } from '../../selftest/mutants/create/create.js';
import { allowsMethods } from '../../selftest/mutants/surface/allowed-methods.js';

export const mutants = [
  mutant('SURFACE-1', 'POST is not routed to the collection', allowsMethods('collection', 'GET', 'HEAD'), {
    alsoFails: ['CREATE-1', 'CREATE-21', 'CREATE-32', 'CREATE-50', 'CREATE-51', 'CREATE-53', 'HTTP-5'],
  }),
  mutant(
    'SURFACE-1',
    'a gateway sends one in forty creates twice',
    () => {
      let creates = 0;
      return {
        fetch: (inner) => async (request) => {
          if (isCreate(request) && ++creates % 40 === 0) await inner(request.clone());
          return inner(request);
        },
      };
    },
    { foundBy: 'audit' },
  ),
];
