import { mutant } from '../../selftest/mutant.js';
import { set } from '../../selftest/mutants/http/headers.js';
import { on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('HTTP-10', 'list always applies a page size preference', {
    fetch: set(on('list', 'success'), 'preference-applied', 'odata.maxpagesize=100'),
  }),
  mutant('HTTP-10', 'update always applies a representation preference', {
    fetch: set(on('update', 200), 'preference-applied', 'return=representation'),
  }),
];
