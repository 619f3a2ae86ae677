import { isObject } from '../../engine/evidence/reply.js';
import { mutant } from '../../selftest/mutant.js';
import { pairsIn, refuses } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-21',
    'create requires a value in every pair',
    refuses((body) => pairsIn(body).some((pair) => isObject(pair) && (pair.value ?? null) === null)),
  ),
  mutant(
    'CREATE-21',
    'create crashes when a pair value is null',
    refuses((body) => pairsIn(body).some((pair) => isObject(pair) && pair.value === null), 500),
  ),
];
