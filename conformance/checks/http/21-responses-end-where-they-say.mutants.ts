import { mutant } from '../../selftest/mutant.js';
import { editHeaders, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('HTTP-21', 'a 204 response is sent in chunks', {
    fetch: editHeaders(on('any', 204), (headers) => headers.set('transfer-encoding', 'chunked')),
  }),
  mutant('HTTP-21', 'a 204 response has a Content-Length', {
    fetch: editHeaders(on('any', 204), (headers) => headers.set('content-length', '0')),
  }),
];
