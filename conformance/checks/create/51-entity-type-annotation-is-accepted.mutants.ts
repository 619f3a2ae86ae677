import { mutant } from '../../selftest/mutant.js';
import { refuses } from '../../selftest/mutants/create/create.js';
import { typeOf } from '../../selftest/mutants/create/annotations.js';

export const mutants = [
  mutant(
    'CREATE-51',
    'annotations are refused',
    refuses((body) => '@odata.type' in body),
    { alsoFails: ['CREATE-1', 'CREATE-53'] },
  ),
  mutant(
    'CREATE-51',
    'the type of the entity may have no number sign',
    refuses((body) => String(typeOf(body)).startsWith('#')),
    { alsoFails: ['CREATE-1', 'CREATE-53'] },
  ),
];
