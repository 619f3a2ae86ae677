import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { objectIn, reads, refuses } from '../../selftest/mutants/create/create.js';
import type { Json } from '../../selftest/server/wire.js';

/** A create to which a body without parameters is as good as one with none, where the rest of the body passes `when`. */
function forgetsParameters(when: (body: Json) => boolean = () => true): Difference {
  return reads((body) => (when(body) ? { parameters: [], ...body } : body));
}

export const mutants = [
  mutant('CREATE-16', 'parameters that are missing are none', forgetsParameters()),
  mutant(
    'CREATE-16',
    'parameters may be missing where the type is named',
    forgetsParameters((body) => '@odata.type' in body),
  ),
  mutant(
    'CREATE-16',
    'parameters may be missing where the vendor has all its parts',
    forgetsParameters(({ vendorInformation }) => 'subProvider' in objectIn(vendorInformation)),
  ),
  mutant(
    'CREATE-16',
    'parameters that are missing crash',
    refuses((body) => !('parameters' in body), 500),
  ),
];
