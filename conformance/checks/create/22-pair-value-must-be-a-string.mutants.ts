import { isObject } from '../../engine/evidence/reply.js';
import { mutant } from '../../selftest/mutant.js';
import { reads } from '../../selftest/mutants/create/create.js';
import { readsPairs } from '../../selftest/mutants/create/refused-pairs.js';

export const mutants = [
  mutant(
    'CREATE-22',
    'a value that is a number is written out',
    readsPairs((pair) => (typeof pair.value === 'number' ? { ...pair, value: String(pair.value) } : pair)),
  ),
  mutant(
    'CREATE-22',
    'a value that counts for nothing is taken for null',
    readsPairs((pair) => ({ ...pair, value: pair.value === '' ? '' : pair.value || null })),
  ),
  mutant(
    'CREATE-22',
    'a value that is a list is joined',
    readsPairs((pair) => (Array.isArray(pair.value) ? { ...pair, value: pair.value.join() } : pair)),
  ),
  mutant(
    'CREATE-22',
    'the value of the third pair is not looked at',
    reads((body) => ({
      ...body,
      parameters: Array.isArray(body.parameters)
        ? body.parameters.map((pair, place) =>
            place === 2 && isObject(pair) && typeof pair.value !== 'string' ? { ...pair, value: null } : pair,
          )
        : body.parameters,
    })),
  ),
];
