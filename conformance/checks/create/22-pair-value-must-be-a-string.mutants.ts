import { isObject } from '../../engine/evidence/reply.js';
import { mutant } from '../../selftest/mutant.js';
import { reads } from '../../selftest/mutants/create/create.js';
import { readsPairs } from '../../selftest/mutants/create/invalid-pairs.js';

export const mutants = [
  mutant(
    'CREATE-22',
    'create converts a numeric pair value to a string',
    readsPairs((pair) => (typeof pair.value === 'number' ? { ...pair, value: String(pair.value) } : pair)),
  ),
  mutant(
    'CREATE-22',
    'create stores the pair values 0 and false as null',
    readsPairs((pair) => ({ ...pair, value: pair.value === '' ? '' : pair.value || null })),
  ),
  mutant(
    'CREATE-22',
    'create joins a pair value that is an array into a string',
    readsPairs((pair) => (Array.isArray(pair.value) ? { ...pair, value: pair.value.join() } : pair)),
  ),
  mutant(
    'CREATE-22',
    'create does not validate the value of the third pair',
    reads((body) => ({
      ...body,
      parameters: Array.isArray(body.parameters)
        ? body.parameters.map((pair, index) =>
            index === 2 && isObject(pair) && typeof pair.value !== 'string' ? { ...pair, value: null } : pair,
          )
        : body.parameters,
    })),
  ),
];
