import { mutant } from '../../selftest/mutant.js';
import { allow, item, takes } from '../../selftest/mutants/surface/methods.js';
import { refused } from '../../selftest/server/refused.js';

export const mutants = [
  mutant('SURFACE-8', 'PUT returns 500', takes('PUT', item, refused(500))),
  mutant(
    'SURFACE-8',
    'a rejected PUT changes the action',
    takes('PUT', item, async (request, inner) => {
      await inner(new Request(request, { method: 'PATCH' }));
      return refused(405, allow)(request);
    }),
  ),
];
