import { mutant } from '../../selftest/mutant.js';
import { keeps, makes, refuses } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-28',
    'a context of 256 characters is too long',
    refuses(({ clientContext }) => String(clientContext ?? '').length >= 256),
    { alsoFails: ['CREATE-1'] },
  ),
  mutant(
    'CREATE-28',
    'the limit of the context counts bytes',
    refuses(({ clientContext }) => Buffer.byteLength(String(clientContext ?? '')) > 256),
    { alsoFails: ['CREATE-1', 'CREATE-11'] },
  ),
  mutant(
    'CREATE-28',
    'a context is stored in a column of 255 characters',
    makes(({ clientContext }) => ({ clientContext: clientContext?.slice(0, 255) ?? null })),
  ),
  mutant(
    'CREATE-28',
    'a context is answered whole and stored in a column of 250 characters',
    keeps(({ clientContext }) => ({ clientContext: clientContext?.slice(0, 250) ?? null })),
  ),
];
