import { mutant } from '../../selftest/mutant.js';
import { keeps, makes, rejectsCreate } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-28',
    'create rejects a clientContext of 256 characters',
    rejectsCreate(({ clientContext }) => String(clientContext ?? '').length >= 256),
    { alsoFails: ['CREATE-1'] },
  ),
  mutant(
    'CREATE-28',
    'create limits clientContext to 256 bytes',
    rejectsCreate(({ clientContext }) => Buffer.byteLength(String(clientContext ?? '')) > 256),
    { alsoFails: ['CREATE-1', 'CREATE-11'] },
  ),
  mutant(
    'CREATE-28',
    'create truncates clientContext to 255 characters',
    makes(({ clientContext }) => ({ clientContext: clientContext?.slice(0, 255) ?? null })),
  ),
  mutant(
    'CREATE-28',
    'create returns the whole clientContext but stores 250 characters',
    keeps(({ clientContext }) => ({ clientContext: clientContext?.slice(0, 250) ?? null })),
  ),
];
