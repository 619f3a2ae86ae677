import { mutant } from '../../selftest/mutant.js';
import { remove, set } from '../../selftest/mutants/http/headers.js';
import { editStatus, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'HTTP-17',
    'a list is called text/json',
    { fetch: set(on('list', 200), 'content-type', 'text/json') },
    { alsoFails: ['HTTP-5'] },
  ),
  mutant(
    'HTTP-17',
    'an update names no media type',
    { fetch: remove(on('update', 200), 'content-type') },
    { alsoFails: ['HTTP-5'] },
  ),
  mutant(
    'HTTP-17',
    'a cancel is accepted for later',
    { fetch: editStatus(on('cancel', 204), 202) },
    { alsoFails: ['CANCEL-1', 'CANCEL-14', 'SURFACE-5', 'SURFACE-11'] },
  ),
];
