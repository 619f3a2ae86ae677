import { mutant } from '../../selftest/mutant.js';
import { answersTo, prefers } from '../../selftest/mutants/update/preferences.js';
import { operationOf } from '../../selftest/server/operation.js';
import { refused } from '../../selftest/server/refused.js';
import { instead } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('UPDATE-20', 'an unknown value of a preference is refused', answersTo('everything', refused(400))),
  mutant(
    'UPDATE-20',
    'any preference is taken for the minimal one',
    prefers((prefer) => (prefer.includes('x-') ? 'return=minimal' : prefer)),
    { alsoFails: ['UPDATE-18', 'HTTP-10'] },
  ),
  mutant('UPDATE-20', 'a list of unknown preferences is not implemented', {
    fetch: instead(
      ({ request }) => operationOf(request) === 'update' && /x-one/.test(request.headers.get('prefer') ?? ''),
      refused(501),
    ),
  }),
];
