import { mutant } from '../../selftest/mutant.js';
import { bodyFirst, isJson } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant(
    'AUTH-11',
    'the body is validated before authorization',
    bodyFirst((text) => /"name": ?\d/.test(text)),
  ),
  mutant(
    'AUTH-11',
    'the body is parsed before authorization',
    bodyFirst((text) => !isJson(text)),
    {},
  ),
  mutant(
    'AUTH-11',
    'the content type is checked before authorization',
    bodyFirst((_text, type) => type === 'application/xml'),
    {},
  ),
];
