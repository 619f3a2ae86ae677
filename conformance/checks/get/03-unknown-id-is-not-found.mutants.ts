import { mutant } from '../../selftest/mutant.js';
import { repeated } from '../../selftest/mutants/get/repeated.js';
import { editStatus, on, rebuilt } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'GET-3',
    'get of an unknown id responds with 204',
    { fetch: editStatus(on('get', 404), 204) },
    { alsoFails: ['GET-4', 'LIST-23', 'AUTH-12', 'HTTP-17'] },
  ),
  mutant(
    'GET-3',
    'a repeated get of an unknown id returns an empty object',
    repeated(404, (response) => rebuilt(response, { status: 200, text: '{}' })),
  ),
];
