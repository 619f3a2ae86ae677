import { mutant } from '../../selftest/mutant.js';
import { item, takes } from '../../selftest/mutants/surface/methods.js';
import { refused } from '../../selftest/server/refused.js';
import { editHeaders, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('SURFACE-10', 'a 405 response has no Allow header', {
    fetch: editHeaders(on('any', 405), (headers) => headers.delete('allow')),
  }),
  mutant('SURFACE-10', 'a 405 response to PUT has no Allow header', takes('PUT', item, refused(405))),
];
