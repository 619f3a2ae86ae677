import { isObject } from '../../engine/evidence/reply.js';
import { mutant } from '../../selftest/mutant.js';
import { objectIn, reads } from '../../selftest/mutants/create/create.js';
import { readsPairs, readsParameters } from '../../selftest/mutants/create/invalid-pairs.js';
import type { Difference } from '../../selftest/server/difference.js';

/** The first pair unchanged, and the other objects with names and values converted to strings. */
function repaired([first, ...others]: readonly unknown[]): readonly unknown[] {
  return [
    first,
    ...others
      .filter(isObject)
      .map(({ name, value }) => ({ name: String(name), value: value == null ? null : String(value) })),
  ];
}

/** A create that skips the array elements that `wanted` does not accept. */
function skipsOthers(wanted: (pair: unknown) => boolean): Difference {
  return readsParameters((parameters) => (Array.isArray(parameters) ? parameters.filter(wanted) : parameters));
}

export const mutants = [
  mutant(
    'CREATE-20',
    'create validates only the first pair',
    reads((body) => ({
      ...body,
      parameters: Array.isArray(body.parameters) ? repaired(body.parameters) : body.parameters,
    })),
    { alsoFails: ['CREATE-22'] },
  ),
  mutant(
    'CREATE-20',
    'create adds an empty name to a pair without a name',
    readsPairs((pair) => ({ name: '', ...pair })),
  ),
  mutant(
    'CREATE-20',
    'create skips pairs whose name is null',
    skipsOthers((pair) => objectIn(pair).name !== null),
  ),
  mutant('CREATE-20', 'create skips array elements that are not objects', skipsOthers(isObject)),
];
