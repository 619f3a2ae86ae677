import { mutant } from '../../selftest/mutant.js';
import { respondsWith } from '../../selftest/mutants/cancel/responses.js';

export const mutants = [
  mutant(
    'CANCEL-3',
    'an empty 200 response to cancel has a JSON content type',
    respondsWith('', { 'content-type': 'application/json; charset=utf-8' }),
  ),
  mutant(
    'CANCEL-3',
    'an empty 200 response to cancel has a JSON content type with parameters',
    respondsWith('', { 'content-type': 'Application/JSON;odata.metadata=minimal' }),
  ),
];
