import { mutant } from '../../selftest/mutant.js';
import { isCreated } from '../../selftest/mutants/create/response.js';
import { editHeaders } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'CREATE-3',
    'create responds with text/plain',
    {
      fetch: editHeaders(isCreated, (headers) => headers.set('content-type', 'text/plain; charset=utf-8')),
    },
    { alsoFails: ['HTTP-5', 'HTTP-17'] },
  ),
  mutant(
    'CREATE-3',
    'create responds with application/json5',
    {
      fetch: editHeaders(isCreated, (headers) => headers.set('content-type', 'application/json5')),
    },
    { alsoFails: ['HTTP-5', 'HTTP-17'] },
  ),
  mutant(
    'CREATE-3',
    'create responds without a content type',
    {
      fetch: editHeaders(isCreated, (headers) => headers.delete('content-type')),
    },
    { alsoFails: ['HTTP-5', 'HTTP-17'] },
  ),
];
