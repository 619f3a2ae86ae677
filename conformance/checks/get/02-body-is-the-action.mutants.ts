import type { RequirementId } from '../../../generated/requirements.js';
import { mutant } from '../../selftest/mutant.js';
import { repeated } from '../../selftest/mutants/get/repeated.js';
import { type Json, rebuilt } from '../../selftest/server/wire.js';

/** The answer with its body changed. */
async function remade(response: Response, edit: (body: Json) => unknown): Promise<Response> {
  return rebuilt(response, { text: JSON.stringify(edit((await response.json()) as Json)) });
}

/** Who else reads an action again and needs it bare. */
const readAgain: readonly RequirementId[] = [
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
    'an action that is read again is wrapped in value',
    repeated(200, (response) => remade(response, (value) => ({ value }))),
    { alsoFails: readAgain },
  ),
  mutant(
    'GET-2',
    'an action that is read again is a list of one',
    repeated(200, (response) => remade(response, (action) => [action])),
    { alsoFails: readAgain },
  ),
];
