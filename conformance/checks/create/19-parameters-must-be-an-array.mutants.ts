import { isObject } from '../../engine/evidence/reply.js';
import { mutant } from '../../selftest/mutant.js';
import { readsParameters } from '../../selftest/mutants/create/refused-pairs.js';
import type { Json } from '../../selftest/server/wire.js';

const isPair = (value: unknown): value is Json => isObject(value) && 'name' in value;

const pairsOf = (value: Json) => Object.entries(value).map(([name, value]) => ({ name, value }));

export const mutants = [
  mutant(
    'CREATE-19',
    'one pair is taken for a list of one',
    readsParameters((parameters) => (isPair(parameters) ? [parameters] : parameters)),
  ),
  mutant(
    'CREATE-19',
    'an object is taken for names and values',
    readsParameters((parameters) => (isObject(parameters) && !isPair(parameters) ? pairsOf(parameters) : parameters)),
  ),
  mutant(
    'CREATE-19',
    'a list that is written in a text is read',
    readsParameters((parameters) =>
      typeof parameters === 'string' && parameters.startsWith('[') ? JSON.parse(parameters) : parameters,
    ),
  ),
  mutant(
    'CREATE-19',
    'parameters that are true are none',
    readsParameters((parameters) => (parameters === true ? [] : parameters)),
  ),
];
