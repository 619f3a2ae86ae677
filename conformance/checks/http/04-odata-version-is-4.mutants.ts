import { mutant } from '../../selftest/mutant.js';
import { set } from '../../selftest/mutants/http/headers.js';
import { on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('HTTP-4', 'OData-Version of a list is 4', { fetch: set(on('list'), 'odata-version', '4') }),
  mutant('HTTP-4', 'OData-Version of an error response is 3.0', {
    fetch: set(on('any', 'rejection'), 'odata-version', '3.0;'),
  }),
];
