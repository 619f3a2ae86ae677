import { mutant } from '../../selftest/mutant.js';
import { set } from '../../selftest/mutants/http/headers.js';
import { on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('HTTP-10', 'every list is said to follow a page size', {
    fetch: set(on('list', 'success'), 'preference-applied', 'odata.maxpagesize=100'),
  }),
  mutant('HTTP-10', 'an update says which representation it chose for itself', {
    fetch: set(on('update', 200), 'preference-applied', 'return=representation'),
  }),
];
