import { mutant } from '../../selftest/mutant.js';
import { typeOf } from '../../selftest/mutants/create/annotations.js';
import { rejectsCreate } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-51',
    'create rejects @odata.type',
    rejectsCreate((body) => '@odata.type' in body),
    { alsoFails: ['CREATE-1', 'CREATE-53'] },
  ),
  mutant(
    'CREATE-51',
    'create rejects an @odata.type with a number sign',
    rejectsCreate((body) => String(typeOf(body)).startsWith('#')),
    { alsoFails: ['CREATE-1', 'CREATE-53'] },
  ),
];
