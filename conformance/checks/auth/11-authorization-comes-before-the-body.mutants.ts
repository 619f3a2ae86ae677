import { isJson } from '../../engine/evidence/is-json.js';
import { mutant } from '../../selftest/mutant.js';
import { checksBodyFirst } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant(
    'AUTH-11',
    'the body is validated before authorization',
    checksBodyFirst((text) => /"name": ?\d/.test(text)),
  ),
  mutant(
    'AUTH-11',
    'the body is parsed before authorization',
    checksBodyFirst((text) => !isJson(text)),
    {},
  ),
  mutant(
    'AUTH-11',
    'the content type is checked before authorization',
    checksBodyFirst((_text, type) => type === 'application/xml'),
    {},
  ),
];
