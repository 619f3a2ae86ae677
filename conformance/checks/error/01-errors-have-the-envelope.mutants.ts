import { mutant } from '../../selftest/mutant.js';
import { contentType } from '../../selftest/mutants/error/content-type.js';
import { editJson, editText, on, wraps } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('ERROR-1', 'a 404 response has no body', { fetch: editText(on('any', 404), () => '') }),
  mutant('ERROR-1', 'get of an unknown id responds with an HTML body', {
    fetch: editText(on('get', 404), () => '<h1>Not Found</h1>'),
  }),
  mutant(
    'ERROR-1',
    'a 401 response has an HTML body',
    {
      fetch: wraps(
        contentType(on('any', 401), 'text/html'),
        editText(on('any', 401), () => '<h1>Unauthorized</h1>'),
      ),
    },
    { alsoFails: ['ERROR-7'] },
  ),
  mutant('ERROR-1', 'a 400 response to create has an errors array instead of error', {
    fetch: editJson(on('create', 400), ({ error }) => ({ errors: [error] })),
  }),
  mutant('ERROR-1', 'a 409 response has the error without its envelope', {
    fetch: editJson(on('any', 409), ({ error }) => error),
  }),
];
