import { mutant } from '../../selftest/mutant.js';
import { isBasicToken, treatsAsWriter } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant(
    'AUTH-2',
    'get accepts Basic credentials',
    treatsAsWriter('get', (sent) => sent?.startsWith('Basic dX') === true),
  ),
  mutant('AUTH-2', 'create accepts a token under any scheme', treatsAsWriter('create', isBasicToken)),
  mutant(
    'AUTH-2',
    'list accepts null as a token',
    treatsAsWriter('list', (sent) => sent === 'Bearer null'),
  ),
  mutant(
    'AUTH-2',
    'update accepts Bearer without a token',
    treatsAsWriter('update', (sent) => sent?.trim() === 'Bearer'),
  ),
  mutant(
    'AUTH-2',
    'cancel accepts an unsigned token',
    treatsAsWriter('cancel', (sent) => sent?.endsWith('.') === true),
  ),
];
