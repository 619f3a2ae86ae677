import { mutant } from '../../selftest/mutant.js';
import { contentType } from '../../selftest/mutants/error/content-type.js';
import { editHeaders, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('ERROR-7', 'a 400 response has the content type application/problem+json', {
    fetch: contentType(on('any', 400), 'application/problem+json'),
  }),
  mutant('ERROR-7', 'a 404 response has the content type text/plain', {
    fetch: contentType(on('any', 404), 'text/plain; charset=utf-8'),
  }),
  mutant('ERROR-7', 'a 401 response has no content type', {
    fetch: editHeaders(on('any', 401), (headers) => headers.delete('content-type')),
  }),
];
