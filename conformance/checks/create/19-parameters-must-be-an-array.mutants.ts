import { isObject } from '../../engine/evidence/reply.js';
import { mutant } from '../../selftest/mutant.js';
import { readsParameters } from '../../selftest/mutants/create/invalid-pairs.js';
import type { Json } from '../../selftest/server/wire.js';

const isPair = (value: unknown): value is Json => isObject(value) && 'name' in value;

const pairsFromMembers = (value: Json) => Object.entries(value).map(([name, value]) => ({ name, value }));

export const mutants = [
  mutant(
    'CREATE-19',
    'create accepts a single pair as parameters',
    readsParameters((parameters) => (isPair(parameters) ? [parameters] : parameters)),
  ),
  mutant(
    'CREATE-19',
    'create accepts an object of names and values as parameters',
    readsParameters((parameters) =>
      isObject(parameters) && !isPair(parameters) ? pairsFromMembers(parameters) : parameters,
    ),
  ),
  mutant(
    'CREATE-19',
    'create parses a string as a list of pairs',
    readsParameters((parameters) =>
      typeof parameters === 'string' && parameters.startsWith('[') ? JSON.parse(parameters) : parameters,
    ),
  ),
  mutant(
    'CREATE-19',
    'create treats true as an empty list of parameters',
    readsParameters((parameters) => (parameters === true ? [] : parameters)),
  ),
];
