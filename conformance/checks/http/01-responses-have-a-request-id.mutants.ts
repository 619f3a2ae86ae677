import { mutant } from '../../selftest/mutant.js';
import { remove } from '../../selftest/mutants/http/headers.js';
import { on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('HTTP-1', 'refusals have no request-id', { fetch: remove(on('any', 'refusal'), 'request-id') }),
  mutant('HTTP-1', 'an answer without a body has no request-id', { fetch: remove(on('any', 204), 'request-id') }),
  mutant('HTTP-1', 'what is not found has no request-id', {
    fetch: remove(on('any', 404), 'request-id'),
  }),
];
