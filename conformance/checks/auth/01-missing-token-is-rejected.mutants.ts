import { mutant } from '../../selftest/mutant.js';
import { hasOption, isAnonymous, isHead, isNextLink, openTo } from '../../selftest/mutants/auth/addresses.js';
import { treatsAsWriter } from '../../selftest/mutants/auth/permissions.js';
import { editStatus, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'AUTH-1',
    'list accepts a request without a token',
    treatsAsWriter('list', (sent) => sent === null),
  ),
  mutant(
    'AUTH-1',
    'cancel accepts a request without a token',
    treatsAsWriter('cancel', (sent) => sent === null),
    { alsoFails: ['AUTH-11'] },
  ),
  mutant('AUTH-1', 'get without a token responds with 403', {
    fetch: editStatus((asked) => on('get', 401)(asked) && !asked.request.headers.has('authorization'), 403),
  }),
  mutant('AUTH-1', 'only the next link is open to anonymous callers', openTo(isAnonymous, isNextLink)),
  mutant('AUTH-1', 'only a list with $select is open to anonymous callers', openTo(isAnonymous, hasOption('$select'))),
  mutant('AUTH-1', 'only HEAD is open to anonymous callers', openTo(isAnonymous, isHead)),
];
