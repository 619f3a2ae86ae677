import { mutant } from '../../selftest/mutant.js';
import { bodyFirst, isJson } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant(
    'AUTH-11',
    'a body is validated before anybody asks who sends it',
    bodyFirst((text) => /"name": ?\d/.test(text)),
  ),
  mutant(
    'AUTH-11',
    'a body is parsed before anybody asks who sends it',
    bodyFirst((text) => !isJson(text)),
    {},
  ),
  mutant(
    'AUTH-11',
    'the media type is judged first',
    bodyFirst((_text, type) => type === 'application/xml'),
    {},
  ),
];
