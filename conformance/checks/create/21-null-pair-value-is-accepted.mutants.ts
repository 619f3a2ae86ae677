import { isObject } from '../../engine/evidence/reply.js';
import { mutant } from '../../selftest/mutant.js';
import { pairsIn, refuses } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-21',
    'a pair needs a value',
    refuses((body) => pairsIn(body).some((pair) => isObject(pair) && (pair.value ?? null) === null)),
  ),
  mutant(
    'CREATE-21',
    'a pair whose value is null crashes',
    refuses((body) => pairsIn(body).some((pair) => isObject(pair) && pair.value === null), 500),
  ),
];
