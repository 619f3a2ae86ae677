import { mutant } from '../../selftest/mutant.js';
import { remove, set } from '../../selftest/mutants/http/headers.js';
import { editStatus, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'HTTP-17',
    'list has the content type text/json',
    { fetch: set(on('list', 200), 'content-type', 'text/json') },
    { alsoFails: ['HTTP-5'] },
  ),
  mutant(
    'HTTP-17',
    'update has no content type',
    { fetch: remove(on('update', 200), 'content-type') },
    { alsoFails: ['HTTP-5'] },
  ),
  mutant(
    'HTTP-17',
    'cancel responds with the undocumented status 202',
    { fetch: editStatus(on('cancel', 204), 202) },
    { alsoFails: ['CANCEL-1', 'CANCEL-14'] },
  ),
  ...['text/plain; charset=utf-8', 'application/problem+json'].map((type) =>
    mutant(
      'HTTP-17',
      `every JSON body has the content type ${type}`,
      { fetch: set(({ operation, status }) => operation !== 'cancel' || status !== 204, 'content-type', type) },
      { alsoFails: ['CREATE-3', 'HTTP-5', 'ERROR-7'] },
    ),
  ),
];
