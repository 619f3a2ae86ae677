import { mutant } from '../../selftest/mutant.js';
import { item, takes } from '../../selftest/mutants/surface/methods.js';
import { refused } from '../../selftest/server/refused.js';
import { editHeaders, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('SURFACE-10', 'no 405 says what is allowed', {
    fetch: editHeaders(on('any', 405), (headers) => headers.delete('allow')),
  }),
  mutant('SURFACE-10', 'PUT is caught by a filter that knows no methods', takes('PUT', item, refused(405))),
];
