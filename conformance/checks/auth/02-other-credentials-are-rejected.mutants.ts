import { mutant } from '../../selftest/mutant.js';
import { basicToken, lenient } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant(
    'AUTH-2',
    'a get takes the Basic scheme',
    lenient('get', (sent) => sent?.startsWith('Basic dX') === true),
  ),
  mutant('AUTH-2', 'a create takes a token under any scheme', lenient('create', basicToken)),
  mutant(
    'AUTH-2',
    'a list takes the word null for a token',
    lenient('list', (sent) => sent === 'Bearer null'),
  ),
  mutant(
    'AUTH-2',
    'an update takes a scheme without a token',
    lenient('update', (sent) => sent?.trim() === 'Bearer'),
  ),
  mutant(
    'AUTH-2',
    'a cancel takes an unsigned token',
    lenient('cancel', (sent) => sent?.endsWith('.') === true),
  ),
];
