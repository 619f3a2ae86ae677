import { mutant } from '../../selftest/mutant.js';
import { repeated } from '../../selftest/mutants/get/repeated.js';
import { editJson, type Json, on, rebuilt } from '../../selftest/server/wire.js';

/** Returns the response with a changed body. */
async function withBody(response: Response, edit: (body: Json) => unknown): Promise<Response> {
  return rebuilt(response, { text: JSON.stringify(edit((await response.json()) as Json)) });
}

export const mutants = [
  mutant(
    'GET-2',
    'a repeated get wraps the action in value',
    repeated(200, (response) => withBody(response, (value) => ({ value }))),
  ),
  mutant(
    'GET-2',
    'a repeated get returns an array',
    repeated(200, (response) => withBody(response, (action) => [action])),
  ),
  mutant('GET-2', 'every get wraps the action in value', { fetch: editJson(on('get', 200), (value) => ({ value })) }),
];
