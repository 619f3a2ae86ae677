import { mutant } from '../../selftest/mutant.js';
import { set } from '../../selftest/mutants/http/headers.js';
import { on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('HTTP-4', 'the version of OData is 4', { fetch: set(on('list'), 'odata-version', '4') }),
  mutant('HTTP-4', 'refusals name the version of OData in the old way', {
    fetch: set(on('any', 'refusal'), 'odata-version', '3.0;'),
  }),
];
