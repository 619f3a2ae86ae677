import { mutant } from '../../selftest/mutant.js';
import { lenient } from '../../selftest/mutants/auth/permissions.js';
import { editStatus, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'AUTH-1',
    'a list needs no token',
    lenient('list', (sent) => sent === null),
  ),
  mutant(
    'AUTH-1',
    'a cancel needs no token',
    lenient('cancel', (sent) => sent === null),
    { alsoFails: ['AUTH-11'] },
  ),
  mutant('AUTH-1', 'a get without a token is forbidden', {
    fetch: editStatus((asked) => on('get', 401)(asked) && !asked.request.headers.has('authorization'), 403),
  }),
];
