import { mutant } from '../../selftest/mutant.js';
import { answersTo, prefers } from '../../selftest/mutants/update/preferences.js';
import { operationOf } from '../../selftest/server/operation.js';
import { refused } from '../../selftest/server/refused.js';
import { instead } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('UPDATE-20', 'PATCH rejects an unknown preference value', answersTo('everything', refused(400))),
  mutant(
    'UPDATE-20',
    'PATCH treats an unknown preference as return=minimal',
    prefers((prefer) => (prefer.includes('x-') ? 'return=minimal' : prefer)),
    { alsoFails: ['UPDATE-18', 'HTTP-10'] },
  ),
  mutant('UPDATE-20', 'PATCH rejects a list of unknown preferences with 501', {
    fetch: instead(
      ({ request }) => operationOf(request) === 'update' && /x-one/.test(request.headers.get('prefer') ?? ''),
      refused(501),
    ),
  }),
];
