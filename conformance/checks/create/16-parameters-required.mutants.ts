import { mutant } from '../../selftest/mutant.js';
import { objectIn, reads, rejectsCreate } from '../../selftest/mutants/create/create.js';
import type { Difference } from '../../selftest/server/difference.js';
import type { Json } from '../../selftest/server/wire.js';

/** A create that treats missing parameters as an empty list when the body passes `when`. */
function doesNotRequireParameters(when: (body: Json) => boolean = () => true): Difference {
  return reads((body) => (when(body) ? { parameters: [], ...body } : body));
}

export const mutants = [
  mutant('CREATE-16', 'create does not require parameters', doesNotRequireParameters()),
  mutant(
    'CREATE-16',
    'create does not require parameters when @odata.type is sent',
    doesNotRequireParameters((body) => '@odata.type' in body),
  ),
  mutant(
    'CREATE-16',
    'create does not require parameters when subProvider is sent',
    doesNotRequireParameters(({ vendorInformation }) => 'subProvider' in objectIn(vendorInformation)),
  ),
  mutant(
    'CREATE-16',
    'create crashes when parameters are missing',
    rejectsCreate((body) => !('parameters' in body), 500),
  ),
];
