import type { RequirementId } from '../../../generated/requirements.js';
import { mutant } from '../../selftest/mutant.js';
import { repeated } from '../../selftest/mutants/get/repeated.js';
import { type Json, rebuilt } from '../../selftest/server/wire.js';

/** Returns the response with a changed body. */
async function withBody(response: Response, edit: (body: Json) => unknown): Promise<Response> {
  return rebuilt(response, { text: JSON.stringify(edit((await response.json()) as Json)) });
}

/** Other requirements whose checks read an action repeatedly and need it unwrapped. */
const repeatedReads: readonly RequirementId[] = [
  'CREATE-9',
  'SURFACE-3',
  'SURFACE-12',
  'UPDATE-12',
  'AUTH-6',
  'AUTH-9',
  'AUTH-10',
  'AUTH-12',
  'AUTH-13',
  'AUTH-14',
];

export const mutants = [
  mutant(
    'GET-2',
    'a repeated get wraps the action in value',
    repeated(200, (response) => withBody(response, (value) => ({ value }))),
    { alsoFails: repeatedReads },
  ),
  mutant(
    'GET-2',
    'a repeated get returns an array',
    repeated(200, (response) => withBody(response, (action) => [action])),
    { alsoFails: repeatedReads },
  ),
];
