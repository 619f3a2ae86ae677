import { isObject } from '../../engine/evidence/reply.js';
import { mutant } from '../../selftest/mutant.js';
import { pairsIn, rejectsCreate } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-21',
    'create requires a value in every pair',
    rejectsCreate((body) => pairsIn(body).some((pair) => isObject(pair) && (pair.value ?? null) === null)),
  ),
  mutant(
    'CREATE-21',
    'create crashes when a pair value is null',
    rejectsCreate((body) => pairsIn(body).some((pair) => isObject(pair) && pair.value === null), 500),
  ),
];
