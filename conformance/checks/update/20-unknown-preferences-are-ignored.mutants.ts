import { mutant } from '../../selftest/mutant.js';
import { readsPrefer, respondsToPreference } from '../../selftest/mutants/update/preferences.js';
import { operationOf } from '../../selftest/server/operation.js';
import { rejectWith } from '../../selftest/server/reject-with.js';
import { respondInstead } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('UPDATE-20', 'PATCH rejects an unknown preference value', respondsToPreference('everything', rejectWith(400))),
  mutant(
    'UPDATE-20',
    'PATCH treats an unknown preference as return=minimal',
    readsPrefer((prefer) => (prefer.includes('x-') ? 'return=minimal' : prefer)),
    { alsoFails: ['UPDATE-18', 'HTTP-10'] },
  ),
  mutant('UPDATE-20', 'PATCH rejects a list of unknown preferences with 501', {
    fetch: respondInstead(
      ({ request }) => operationOf(request) === 'update' && /x-one/.test(request.headers.get('prefer') ?? ''),
      rejectWith(501),
    ),
  }),
];
