import { mutant } from '../../selftest/mutant.js';
import { contentType } from '../../selftest/mutants/error/content-type.js';
import { editHeaders, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('ERROR-7', 'a 400 is a problem document by its media type', {
    fetch: contentType(on('any', 400), 'application/problem+json'),
  }),
  mutant('ERROR-7', 'a 404 is plain text', {
    fetch: contentType(on('any', 404), 'text/plain; charset=utf-8'),
  }),
  mutant('ERROR-7', 'a 401 has no media type', {
    fetch: editHeaders(on('any', 401), (headers) => headers.delete('content-type')),
  }),
];
