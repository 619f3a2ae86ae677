import { mutant } from '../../selftest/mutant.js';
import { itemPattern, respondsTo } from '../../selftest/mutants/surface/methods.js';
import { rejectWith } from '../../selftest/server/reject-with.js';
import { editHeaders, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('SURFACE-10', 'a 405 response has no Allow header', {
    fetch: editHeaders(on('any', 405), (headers) => headers.delete('allow')),
  }),
  mutant('SURFACE-10', 'a 405 response to PUT has no Allow header', respondsTo('PUT', itemPattern, rejectWith(405))),
];
