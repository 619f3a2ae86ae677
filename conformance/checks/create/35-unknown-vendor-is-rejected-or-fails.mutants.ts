import { mutant } from '../../selftest/mutant.js';
import { objectIn } from '../../selftest/mutants/create/create.js';
import type { Difference } from '../../selftest/server/difference.js';
import type { Json } from '../../selftest/server/wire.js';

/** A server for one vendor and provider that also accepts the other vendors which pass `accepts`. */
function routesOne(accepts: (vendor: Json) => boolean): Difference {
  return {
    options: { vendors: [{ vendor: 'Example Security', provider: 'Example Provider' }] },
    routing: { vendor: 'Example Security', provider: 'Example Provider' },
    declared: { offers: ['vendors'] },
    behaviour: (right) => ({
      checkRoute: (vendor, vendors) => {
        if (!accepts(objectIn(vendor))) right.checkRoute(vendor, vendors);
      },
    }),
  };
}

export const mutants = [
  mutant(
    'CREATE-35',
    'create checks only the vendor',
    routesOne(({ vendor }) => vendor === 'Example Security'),
  ),
  mutant(
    'CREATE-35',
    'create checks only the provider',
    routesOne(({ provider }) => provider === 'Example Provider'),
  ),
];
