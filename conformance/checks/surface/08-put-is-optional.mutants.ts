import { mutant } from '../../selftest/mutant.js';
import { allowHeader, itemPattern, respondsTo } from '../../selftest/mutants/surface/methods.js';
import { rejectWith } from '../../selftest/server/reject-with.js';

export const mutants = [
  mutant('SURFACE-8', 'PUT returns 500', respondsTo('PUT', itemPattern, rejectWith(500))),
  mutant(
    'SURFACE-8',
    'a rejected PUT changes the action',
    respondsTo('PUT', itemPattern, async (request, inner) => {
      await inner(new Request(request, { method: 'PATCH' }));
      return rejectWith(405, allowHeader)(request);
    }),
  ),
];
