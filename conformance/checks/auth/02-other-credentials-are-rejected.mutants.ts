import { mutant } from '../../selftest/mutant.js';
import { basicToken, lenient } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant(
    'AUTH-2',
    'get accepts Basic credentials',
    lenient('get', (sent) => sent?.startsWith('Basic dX') === true),
  ),
  mutant('AUTH-2', 'create accepts a token under any scheme', lenient('create', basicToken)),
  mutant(
    'AUTH-2',
    'list accepts null as a token',
    lenient('list', (sent) => sent === 'Bearer null'),
  ),
  mutant(
    'AUTH-2',
    'update accepts Bearer without a token',
    lenient('update', (sent) => sent?.trim() === 'Bearer'),
  ),
  mutant(
    'AUTH-2',
    'cancel accepts an unsigned token',
    lenient('cancel', (sent) => sent?.endsWith('.') === true),
  ),
];
