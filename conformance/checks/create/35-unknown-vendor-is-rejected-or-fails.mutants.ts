import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { objectIn } from '../../selftest/mutants/create/create.js';
import type { Json } from '../../selftest/server/wire.js';

/** A server with the providers of one vendor, and which of the others it takes all the same. */
function routes(taken: (vendor: Json) => boolean): Difference {
  return {
    options: { vendors: [{ vendor: 'Example Security', provider: 'Example Provider' }] },
    routing: { vendor: 'Example Security', provider: 'Example Provider' },
    declared: { offers: ['vendors'] },
    behaviour: (right) => ({
      checkRoute: (vendor, vendors) => {
        if (!taken(objectIn(vendor))) right.checkRoute(vendor, vendors);
      },
    }),
  };
}

export const mutants = [
  mutant(
    'CREATE-35',
    'only the vendor is looked up',
    routes(({ vendor }) => vendor === 'Example Security'),
  ),
  mutant(
    'CREATE-35',
    'only the provider is looked up',
    routes(({ provider }) => provider === 'Example Provider'),
  ),
];
